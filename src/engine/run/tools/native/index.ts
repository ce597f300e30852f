/** C and C++: compilers, make, and cmake with the compiler cache. */
import type { Tool } from '../tool.ts';
import { cmake } from './cmake.ts';
import { gcc } from './gcc.ts';
import { make } from './make/make.ts';

export const nativeTools: readonly Tool[] = [cmake, gcc, make];
