/** C and C++: compilers, make, cmake and the compiler cache. */
import type { Tool } from '../tool.ts';

export const nativeTools: readonly Tool[] = [];
