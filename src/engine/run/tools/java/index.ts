/** The JVM: compilers, build tools, archives. */
import type { Tool } from '../tool.ts';
import { gradle } from './gradle.ts';
import { maven } from './maven.ts';

export const javaTools: readonly Tool[] = [gradle, maven];
