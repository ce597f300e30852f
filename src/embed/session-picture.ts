/** The graph of an embed as a picture that stands for itself. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { picture } from '#lib/views/graph/picture.ts';
import { styles } from '#lib/views/graph/styles.ts';

/** Pixels: a column of text. */
const WIDTH = 720;

export function pictureOf({ files, editedAt }: Workbench, record: BuildRecord, title: string, theme: 'auto' | 'light' | 'dark'): string | undefined {
  return picture.draw({ id: 'embed', title, record, files, edited: editedAt }, { width: WIDTH, theme, styles });
}
