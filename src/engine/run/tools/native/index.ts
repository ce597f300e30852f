/** C and C++: compilers and what belongs to them, make, ninja, and cmake with the compiler cache. */
import type { Tool } from '../tool.ts';
import { ar, ld, ranlib, strip } from './binutils.ts';
import { ccache } from './ccache.ts';
import { cmake } from './cmake.ts';
import { gcc } from './gcc.ts';
import { make } from './make/make.ts';
import { ninja } from './ninja.ts';
import { pkgConfig } from './pkg-config.ts';

export const nativeTools: readonly Tool[] = [ar, ccache, cmake, gcc, ld, make, ninja, pkgConfig, ranlib, strip];
