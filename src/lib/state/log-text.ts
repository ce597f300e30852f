/** The log's text at a moment of the playback. */
import { errorText } from '#engine/solver/progress/error-text.ts';
import { plainProgress } from '#engine/solver/progress/plain.ts';
import type { BuildRecord } from '#engine/solver/record.ts';

export { errorText };

/** All of it where no time is given, else what had been printed at that virtual millisecond. */
export function logText(record: BuildRecord, time: number | undefined): string {
  if (time === undefined) return `${plainProgress(record)}${record.error ? `\n${errorText(record)}` : ''}`;
  return plainProgress({ ...record, events: record.events.filter((event) => event.time <= time) });
}
