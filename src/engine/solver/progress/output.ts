import type { BuildRecord } from '../record.ts';
import { errorText } from './error-text.ts';
import { liveProgress } from './live.ts';
import type { PrintedText } from './live.ts';
import { warningsText } from './warnings-text.ts';

/** All that `docker build --progress=plain` prints, piece by piece: the log, the summary of warnings, the error. */
export function buildOutput(record: BuildRecord, options: { readonly builder?: string } = {}): readonly PrintedText[] {
  const rest = warningsText(record) + errorText(record);
  const log = liveProgress(record, options);
  return rest === '' ? log : [...log, { time: record.duration, text: rest }];
}
