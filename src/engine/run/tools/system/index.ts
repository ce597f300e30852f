/** The distribution: package managers, certificates, git, servers. */
import type { Tool } from '../tool.ts';
import { apk } from './apk.ts';
import { aptGet } from './apt.ts';
import { git } from './git.ts';

export const systemTools: readonly Tool[] = [apk, aptGet, git];
