/** What of a command's output is on the screen at a moment of its playing. */
import type { TerminalEntry, TerminalLine } from '#engine/workspace/execute.ts';

/** A stretch of output of one stream. */
export interface Piece {
  readonly stream: 1 | 2;
  readonly text: string;
}

/** The output up to a virtual millisecond, all of it where none is given; neighbours of one stream are one piece. */
export function printed(output: readonly TerminalLine[], time = Infinity): readonly Piece[] {
  const pieces: { stream: 1 | 2; text: string }[] = [];
  for (const line of output) {
    if (line.time > time) break;
    const last = pieces.at(-1);
    if (last?.stream === line.stream) last.text += line.text;
    else pieces.push({ stream: line.stream, text: line.text });
  }
  return pieces;
}

/** For who listens instead of looking: short output whole, long output by its length. */
export function spoken(entry: TerminalEntry): string {
  const text = entry.output.map((line) => line.text).join('').trimEnd();
  const lines = text === '' ? 0 : text.split('\n').length;
  if (lines === 0) return entry.exitCode === 0 ? 'Done, no output.' : `Failed with exit code ${entry.exitCode}.`;
  if (lines <= 4) return text;
  return entry.exitCode === 0 ? `Done, ${lines} lines of output.` : `Failed with exit code ${entry.exitCode}, ${lines} lines of output.`;
}
