/** Names and places of the layers view in words. */
import type { Block } from '#engine/insight/image/blocks.ts';
import type { LayerRow } from '#engine/insight/image/image-report.ts';
import type { ImageChoice } from '#engine/workspace/image-choices.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { t } from '#messages/index.ts';

/** Permission bits as octal digits: `0755`. */
export const modeWords = (mode: number): string => mode.toString(8).padStart(4, '0');

/** `usr/lib/x86_64-linux-gnu` → `…/x86_64-linux-gnu` where that is all there is room for. */
export function shortPath(path: string, most: number): string {
  if (path.length <= most) return path;
  const last = path.split('/').at(-1) ?? path;
  const tail = `…/${last}`;
  return tail.length <= most ? tail : `${last.slice(0, Math.max(1, most - 1))}…`;
}

/** A path, or what it is where it is none: what a base has beside the files that are listed one by one. */
export function placeWords(path: string): string {
  return path.endsWith('/.rest-of-the-image') ? t('layers.rest-of-image') : visibleText(path);
}

/** What an area of the treemap stands for. */
export function blockWords({ path, rest }: Block): string {
  if (rest !== undefined) return t('layers.more-parts', { n: rest });
  return path === '' ? t('layers.unknown-files') : placeWords(path);
}

/** An area that the tree of files can open. */
export const opens = ({ path }: Block): boolean => path !== '';

/** The line that made a layer. */
export function layerWords({ label, base }: Pick<LayerRow, 'label' | 'base'>): string {
  return label === '' ? t(base ? 'layers.base-image' : 'layers.a-layer') : visibleText(label);
}

/** An image as a list offers it. */
export function choiceWords({ id, name, machine, archive, platform, build }: ImageChoice): string {
  const of = name === undefined ? undefined : visibleText(name);
  let words = of ?? id;
  if (build !== undefined) words = of === undefined ? t('image.of-build', { build }) : t('image.of-build-named', { build, name: of });
  else if (machine !== undefined) words = t('image.on-machine', { name: of ?? id, machine });
  else if (archive !== undefined) words = of === undefined ? visibleText(archive) : t('image.in-archive', { archive: visibleText(archive), name: of });
  return platform === undefined ? words : t('image.for-platform', { image: words, platform });
}
