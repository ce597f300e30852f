/** Where the boxes of the registry view stand, and the lines between them. Heights in pixels; widths are the style sheet's. */
import type { Message } from '#engine/source/message.ts';
import type { BlobRow, ImageStack, Place, RegistryScene } from '#engine/workspace/registry-scene.ts';

/** How a box looks: `there` and `moved` of the last transfer, `earlier` for what lay there before, `absent` for what is not here. */
export type BoxLook = 'there' | 'moved' | 'mounted' | 'earlier' | 'absent';

export interface Box {
  readonly row: BlobRow;
  readonly look: BoxLook;
  readonly top: number;
  readonly height: number;
}

/** An image on a machine, with its heading. */
export interface Pile {
  readonly tag: string;
  readonly digest: string;
  readonly top: number;
  readonly boxes: readonly Box[];
  /** It is known to the registry only: nothing of it has to be here. */
  readonly ghost: boolean;
}

export interface TagBox {
  readonly name: string;
  readonly digest: string;
  readonly top: number;
  readonly moved: boolean;
  readonly words: Message;
}

/** A line from a box at the left to one at the right, at the middle of their heights; of what is no layer all go as one. */
export interface Link {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly look: BoxLook;
  readonly bytes: number;
  /** Where the line gathers several boxes at the left, from the middle of the first to that of the last. */
  readonly gathers?: readonly [number, number];
}

export interface RegistryLayout {
  readonly left: { readonly machine: string; readonly piles: readonly Pile[] };
  readonly middle: { readonly boxes: readonly Box[]; readonly tagsTop: number; readonly tags: readonly TagBox[] };
  readonly right: { readonly machine: string; readonly piles: readonly Pile[] } | undefined;
  readonly links: readonly Link[];
  readonly height: number;
}

const HEAD = 28;
const LAYER = 54;
const SMALL = 44;
const GAP = 3;
const BETWEEN = 24;
const TAG = 88;

/** The layout of a scene: the machine of the last transfer at the left, the registry, and the machine that has or lacks it at the right. */
export function layoutRegistry(scene: RegistryScene): RegistryLayout {
  const [first, ...others] = scene.places;
  const second = others.find(({ images }) => images.length > 0) ?? others[0];
  const shown = first ? focused(first) : [];
  const left = piles(shown, (row) => (row.travel === undefined ? 'earlier' : row.travel));
  const current = new Map(shown.flatMap(({ rows }) => rows).map((row) => [row.digest, row]));
  const boxes = stack(scene.shelf.rows, HEAD, (row) => row.travel ?? 'earlier');
  const bottom = boxes.at(-1) ? boxes.at(-1)!.top + boxes.at(-1)!.height : HEAD;
  const tagsTop = bottom + BETWEEN;
  const tags = scene.shelf.tags.map((tag, at) => ({ ...tag, top: tagsTop + HEAD + at * TAG }));
  const place = new Map(boxes.map((box) => [box.row.digest, box]));
  const links = linksOf(left.flatMap((pile) => pile.boxes), place);
  const right = second && { machine: second.machine, piles: pilesOf(second, scene, current) };
  const ends = [bottom, tagsTop + HEAD + tags.length * TAG, ...[left, right?.piles ?? []].flat().flatMap((pile) => pile.boxes.map((box) => box.top + box.height))];
  return { left: { machine: first?.machine ?? '', piles: left }, middle: { boxes, tagsTop, tags }, right, links, height: Math.max(...ends) + 8 };
}

function linksOf(boxes: readonly Box[], place: ReadonlyMap<string, Box>): readonly Link[] {
  const middle = ({ top, height }: Box) => top + height / 2;
  const small: { readonly from: Box; readonly to: Box }[] = [];
  const links: Link[] = [];
  for (const box of boxes) {
    const target = place.get(box.row.digest);
    const { travel, kind, digest, size } = box.row;
    if (!target || travel === undefined) continue;
    if (kind !== 'layer' && travel === 'moved') small.push({ from: box, to: target });
    else links.push({ id: digest, from: middle(box), to: middle(target), look: travel, bytes: travel === 'moved' ? size : 0 });
  }
  const [first] = small;
  const last = small.at(-1);
  if (!first || !last) return links;
  const gathers = [middle(first.from), middle(last.from)] as const;
  const to = small.map((link) => middle(link.to)).sort((a, b) => a - b);
  const bytes = small.reduce((sum, { from }) => sum + from.row.size, 0);
  return [...links, { id: 'small', from: (gathers[0] + gathers[1]) / 2, to: ((to[0] ?? 0) + (to.at(-1) ?? 0)) / 2, look: 'moved', bytes, ...(small.length > 1 && { gathers }) }];
}

/** Of a machine's images the one that the transfer was about, or the newest. */
function focused({ images }: Place): readonly ImageStack[] {
  const moved = images.filter(({ rows }) => rows.some(({ travel }) => travel !== undefined));
  return (moved.length > 0 ? moved : images).slice(0, 1);
}

/** What the other machine has, and below it the newest image that it does not have. */
function pilesOf(place: Place, scene: RegistryScene, current: ReadonlyMap<string, BlobRow>): readonly Pile[] {
  const has = new Set(place.images.flatMap(({ rows }) => rows.map(({ digest }) => digest)));
  const kept = new Set(scene.shelf.rows.map(({ digest }) => digest));
  const here = piles(place.images.slice(0, 2), (row) => (kept.has(row.digest) && current.has(row.digest) ? 'there' : 'earlier'), true);
  const [newest] = scene.shelf.tags.filter(({ digest }) => !place.images.some((image) => image.digest === digest));
  if (!newest) return here;
  const end = Math.max(0, ...here.flatMap((pile) => pile.boxes.map((box) => box.top + box.height + BETWEEN)));
  const missing = scene.shelf.rows.filter((row) => row.kind === 'layer' && row.travel !== undefined && !has.has(row.digest));
  const rows = missing.length > 0 ? missing : scene.shelf.rows.filter((row) => row.kind === 'layer' && !has.has(row.digest)).slice(0, 1);
  return [...here, { tag: newest.name, digest: newest.digest, top: end, ghost: true, boxes: stack(rows, end + HEAD, () => 'absent') }];
}

function piles(images: readonly ImageStack[], look: (row: BlobRow) => BoxLook, layersOnly = false): readonly Pile[] {
  let top = 0;
  return images.map(({ tag, digest, rows }) => {
    const boxes = stack(layersOnly ? rows.filter(({ kind }) => kind === 'layer') : rows, top + HEAD, look);
    const pile: Pile = { tag, digest, top, boxes, ghost: false };
    const last = boxes.at(-1);
    top = (last ? last.top + last.height : top + HEAD) + BETWEEN;
    return pile;
  });
}

function stack(rows: readonly BlobRow[], from: number, look: (row: BlobRow) => BoxLook): readonly Box[] {
  let top = from;
  return rows.map((row) => {
    const height = row.kind === 'layer' ? LAYER : SMALL;
    const box = { row, look: look(row), top, height };
    top += height + GAP;
    return box;
  });
}

/** A line from one height to another across a gap of a width: level, a bend in the middle, level; a bracket before it where it gathers boxes. */
export function linkPath(link: Pick<Link, 'from' | 'to' | 'gathers'>, width: number): string {
  const { from, to, gathers } = link;
  if (gathers) return `M0 ${gathers[0]}h6V${gathers[1]}h-6M6 ${from}${linkPath({ from, to }, width).replace(/^M0 [\d.]+/, '')}`;
  if (Math.abs(from - to) < 1) return `M0 ${from}H${width}`;
  const turn = Math.round(width * 0.55);
  const bend = Math.min(6, Math.abs(to - from) / 2);
  const way = to > from ? 1 : -1;
  return `M0 ${from}H${turn - bend}q${bend} 0 ${bend} ${way * bend}V${to - way * bend}q0 ${way * bend} ${bend} ${way * bend}H${width}`;
}
