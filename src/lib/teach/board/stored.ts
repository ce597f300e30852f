/** Boards as texts: what the browser keeps under one key, and what is exported. Validated on the way in, because both can hold anything. */
import * as v from 'valibot';
import { boardLimits, type Board, type Boards } from './board.ts';

const board = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  title: v.pipe(v.string(), v.maxLength(boardLimits.title)),
  codes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.maxLength(boardLimits.codes)),
});

const boards = v.object({ version: v.literal(1), boards: v.pipe(v.array(board), v.maxLength(boardLimits.boards)), at: v.string() });

const exported = v.object({ format: v.literal('layerscope-board'), version: v.literal(1), board });

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export const noBoards: Boards = { version: 1, boards: [], at: '' };

/** What was kept; without a text there are no boards. */
export const readBoards = (text: string | null): Read<Boards> => (text === null ? { ok: true, value: noBoards } : parsed(boards, text));

/** What `exportBoard` wrote. */
export function readBoard(text: string): Read<Board> {
  const read = parsed(exported, text);
  return read.ok ? { ok: true, value: read.value.board } : read;
}

export const exportBoard = (board: Board): string => `${JSON.stringify({ format: 'layerscope-board', version: 1, board }, undefined, 2)}\n`;

function parsed<Schema extends v.GenericSchema>(schema: Schema, text: string): Read<v.InferOutput<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const where = v.getDotPath(issue);
  return { ok: false, problem: `${where ? `${where}: ` : ''}${issue.message}` };
}
