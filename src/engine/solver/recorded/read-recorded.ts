/** Reads what Docker printed of a build that really happened. */
import type { Message } from '../../source/message.ts';
import type { BuildRecord } from '../record.ts';
import { readHistoryLines } from './history-lines.ts';
import { recordOf } from './record-of.ts';
import { readStatusLines } from './status-lines.ts';

export type ReadRecorded = { readonly ok: true; readonly record: BuildRecord; readonly source: 'rawjson' | 'history' } | { readonly ok: false; readonly problem: Message };

/** Larger texts are refused, characters. */
const longest = 64_000_000;

/**
 * What was pasted → the record of a real build, with its real times: `--progress=rawjson`, which `docker buildx history logs` prints
 * too, or `docker history --format json`.
 */
export function readRecorded(text: string, number: number): ReadRecorded {
  if (text.length > longest) return { ok: false, problem: { id: 'actions.recorded-long' } };
  const stream = readStatusLines(text);
  if (stream && stream.vertices.length > 0) return { ok: true, record: recordOf(stream, number), source: 'rawjson' };
  const history = readHistoryLines(text);
  if (history) return { ok: true, record: recordOf(history, number), source: 'history' };
  if (/"Ref"\s*:/.test(text) && /"Duration"\s*:/.test(text)) return { ok: false, problem: { id: 'actions.recorded-summary' } };
  if (/^#\d+ /m.test(text)) return { ok: false, problem: { id: 'actions.recorded-plain' } };
  return { ok: false, problem: { id: 'actions.recorded-unknown' } };
}
