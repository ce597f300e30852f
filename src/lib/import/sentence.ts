import { countOf, formatBytes } from '#engine/source/figures.ts';
import type { ImportSummary } from './imported.ts';

/** “24 files, 31.0 kB, read in this tab and sent nowhere.” and what there is to know about the rest. */
export function summarySentence({ files, bytes, keptOut, ignoreFile, guessedExecutable }: ImportSummary): string {
  const kept = keptOut > 0 && ignoreFile !== undefined ? ` What ${ignoreFile} keeps out was not read.` : '';
  const guessed = guessedExecutable > 0 ? ` ${countOf(guessedExecutable, 'script or program counts', 'scripts and programs count')} as executable: a browser does not tell.` : '';
  return `${countOf(files, 'file')}, ${formatBytes(bytes)}, read in this tab and sent nowhere.${kept}${guessed}`;
}
