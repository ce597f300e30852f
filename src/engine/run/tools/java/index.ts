/** The JVM: compilers, build tools, archives. */
import type { Tool } from '../tool.ts';
import { gradle } from './gradle.ts';
import { java } from './java.ts';
import { javac, jar, jlink, keytool } from './jdk.ts';
import { maven } from './maven.ts';

export const javaTools: readonly Tool[] = [gradle, jar, java, javac, jlink, keytool, maven];
