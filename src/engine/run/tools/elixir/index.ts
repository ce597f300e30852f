/** Elixir: mix. */
import type { Tool } from '../tool.ts';

export const elixirTools: readonly Tool[] = [];
