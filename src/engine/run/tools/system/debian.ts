/** Packages of Debian and Ubuntu. */
import type { Tool } from '../tool.ts';
import { aptGet } from './apt.ts';
import { addRepository, aptCache, aptMark, debconf, dpkg } from './dpkg.ts';

export const debianTools: readonly Tool[] = [addRepository, aptCache, aptGet, aptMark, debconf, dpkg];
