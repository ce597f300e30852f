/** The log's text at a moment of the playback. */
import { errorText } from '#engine/solver/progress/error-text.ts';
import { buildOutput } from '#engine/solver/progress/output.ts';
import type { BuildRecord } from '#engine/solver/record.ts';

export { errorText };

/** What `docker build --progress=plain` had printed at that virtual millisecond; all of it where no time is given. */
export function logText(record: BuildRecord, time = Infinity): string {
  return printed(record)
    .filter((piece) => piece.time <= time)
    .map((piece) => piece.text)
    .join('');
}

const known = new WeakMap<BuildRecord, ReturnType<typeof buildOutput>>();

function printed(record: BuildRecord): ReturnType<typeof buildOutput> {
  const pieces = known.get(record) ?? buildOutput(record);
  known.set(record, pieces);
  return pieces;
}
