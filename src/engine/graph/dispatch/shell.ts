import type { DraftImage } from '../draft-image.ts';

/** Words behind the image's SHELL, as one text (`withShell`). */
export function withShell(image: DraftImage, words: readonly string[]): readonly string[] {
  const standard = image.platform.os === 'windows' ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'];
  return [...(image.shell.length > 0 ? image.shell : standard), words.join(' ')];
}
