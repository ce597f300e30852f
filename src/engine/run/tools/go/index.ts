/** Go, and the compiler of protocol buffers that its projects run. */
import type { Tool } from '../tool.ts';
import { go } from './go.ts';
import { protoc } from './protoc.ts';

export const goTools: readonly Tool[] = [go, protoc];
