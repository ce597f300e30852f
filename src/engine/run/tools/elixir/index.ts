/** Elixir: mix, elixir and iex. */
import type { Tool } from '../tool.ts';
import { elixir } from './elixir.ts';
import { mix } from './mix.ts';

export const elixirTools: readonly Tool[] = [elixir, mix];
