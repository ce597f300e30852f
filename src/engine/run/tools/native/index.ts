/** C and C++: compilers, and cmake with the compiler cache. */
import type { Tool } from '../tool.ts';
import { cmake } from './cmake.ts';
import { gcc } from './gcc.ts';

export const nativeTools: readonly Tool[] = [cmake, gcc];
