import { t } from '#messages/index.ts';
import type { ImportSummary } from './imported.ts';

/** “24 files, 31.0 kB, read in this tab and sent nowhere.” and what there is to know about the rest. */
export function summarySentence({ files, bytes, keptOut, ignoreFile, guessedExecutable }: ImportSummary): string {
  const rest = [
    keptOut > 0 && ignoreFile !== undefined && t('import.kept-out', { path: ignoreFile }),
    guessedExecutable > 0 && t('import.guessed', { n: guessedExecutable }),
  ].filter((sentence) => sentence !== false);
  return [t('import.was-read', { files: { id: 'widgets.files', values: { n: files } }, size: { bytes } }), ...rest].join(' ');
}
