/**
 * A history as a drawing: time goes down, every branch has a lane. The first thing that was done after another stays in its lane;
 * what began there later goes off to the right, below every branch of what follows, so that no two lines cross.
 */
import { stratify, type HierarchyNode } from 'd3';
import type { Item } from './items.ts';

/** `lanes`: branches side by side, each with its own words. `list`: one item a row, the lanes as thin lines beside the words. */
export type Mode = 'lanes' | 'list';

export interface Placed extends Item {
  readonly lane: number;
  /** 1 for the first lane: as deep as its branch is. */
  readonly level: number;
  /** Left edge of its core, and of its words. */
  readonly x: number;
  readonly words: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its core or its dot begins and ends: lines lead to them. */
  readonly mark: readonly [number, number];
}

/** A line from an item to one that follows it. */
export interface Link {
  readonly id: string;
  readonly path: string;
  readonly passed: boolean;
}

export interface HistoryLayout {
  /** From top to bottom in each lane, lane after lane. */
  readonly items: readonly Placed[];
  readonly links: readonly Link[];
  readonly lanes: number;
  readonly width: number;
  readonly height: number;
}

export const sizes = {
  lane: 248,
  /** Of the lines in a list. */
  line: 18,
  core: 24,
  build: 46,
  dense: 30,
  tick: 24,
  dot: 9,
  /** More for the item where the workspace is: it says so. */
  here: 20,
  touch: 44,
  gap: 8,
  pad: 16,
} as const;

/** Most lines that a list draws beside its words; branches beyond share the last. */
const mostLines = 6;

export interface LayoutOptions {
  readonly mode: Mode;
  /** Many builds: one line of words each. */
  readonly dense?: boolean;
  /** Pixels there are; a list fills them. */
  readonly width: number;
}

export function layoutHistory(items: readonly Item[], { mode, dense = false, width }: LayoutOptions): HistoryLayout {
  if (items.length === 0) return { items: [], links: [], lanes: 0, width, height: 0 };
  const root = stratify<Item>()
    .id(({ id }) => id)
    .parentId(({ parent }) => parent)([...items]);
  const lanes = lanesOf(root);
  const count = Math.max(...lanes.values()) + 1;
  const lines = Math.min(count, mostLines);
  const laneX = (lane: number) => sizes.pad + (mode === 'lanes' ? lane * sizes.lane : Math.min(lane, mostLines - 1) * sizes.line);
  const placed = new Map<string, Placed>();
  let below: number = sizes.pad;
  root.eachBefore((node) => {
    const item = node.data;
    const above = node.parent && placed.get(node.parent.data.id);
    const lane = lanes.get(node)!;
    const height = heightOf(item, mode, dense) + (item.here ? sizes.here : 0);
    const y = mode === 'lanes' ? (above ? above.y + above.height + sizes.gap : sizes.pad) : below;
    const x = laneX(lane);
    const words = mode === 'lanes' ? x + sizes.core + 10 : sizes.pad + (lines - 1) * sizes.line + sizes.core + 10;
    const end = mode === 'lanes' ? x + sizes.lane - sizes.pad : Math.max(width - sizes.pad, words + 160);
    const level = above ? (above.lane === lane ? above.level : above.level + 1) : 1;
    placed.set(item.id, { ...item, lane, level, x, words, y, width: end - x, height, mark: markOf(item, y, mode, dense) });
    below = Math.max(below, y + height + sizes.gap);
  });
  const inOrder = [...placed.values()];
  return {
    items: inOrder,
    links: inOrder.flatMap((item) => {
      const above = item.parent === undefined ? undefined : placed.get(item.parent);
      return above ? [{ id: item.id, path: pathBetween(above, item), passed: item.passed }] : [];
    }),
    lanes: count,
    width: mode === 'lanes' ? sizes.pad + count * sizes.lane : width,
    height: below + sizes.pad,
  };
}

/** In a list every item is as high as a thumb needs. */
function heightOf({ build }: Item, mode: Mode, dense: boolean): number {
  const height = build ? (dense ? sizes.dense : sizes.build) : sizes.tick;
  return mode === 'list' ? Math.max(height, sizes.touch) : height;
}

function markOf(item: Item, y: number, mode: Mode, dense: boolean): readonly [number, number] {
  const height = heightOf(item, mode, dense);
  const length = item.build ? (dense ? sizes.dense : sizes.build) - (dense ? 2 : 0) : sizes.dot;
  const from = y + (item.build && mode === 'lanes' && !dense ? 0 : (height - length) / 2);
  return [from, from + length];
}

/** The lane of every item: that of the end that its first followers lead to. */
function lanesOf(root: HierarchyNode<Item>): ReadonlyMap<HierarchyNode<Item>, number> {
  const lanes = new Map(root.leaves().map((leaf, lane) => [leaf, lane]));
  root.eachAfter((node) => {
    const [first] = node.children ?? [];
    if (first) lanes.set(node, lanes.get(first)!);
  });
  return lanes;
}

const middle = (item: Placed): number => item.x + sizes.core / 2;

/** Straight down a lane; into another along below what it begins at, with one round corner. */
function pathBetween(above: Placed, item: Placed): string {
  const [fromX, toX] = [middle(above), middle(item)];
  const [from, to] = [above.mark[1], item.mark[0]];
  if (fromX === toX) return `M${fromX} ${from}V${to}`;
  const turn = above.y + above.height + sizes.gap / 2;
  return `M${fromX} ${from}V${turn}H${toX - 6}Q${toX} ${turn} ${toX} ${turn + 6}V${Math.max(to, turn + 6)}`;
}

export type Way = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** From an item in a direction: up and down along its branch, left and right to what is nearest in the next lane. */
export function walk({ items }: Pick<HistoryLayout, 'items'>, from: string, way: Way): string {
  const item = items.find(({ id }) => id === from);
  if (!item) return items[0]?.id ?? from;
  if (way === 'up') return item.parent ?? from;
  if (way === 'first') return items[0]!.id;
  if (way === 'last') return items.filter(({ lane }) => lane === item.lane).at(-1)!.id;
  if (way === 'down') return items.find(({ parent, lane }) => parent === from && lane === item.lane)?.id ?? from;
  const own = way === 'right' ? items.find(({ parent, lane }) => parent === from && lane !== item.lane) : undefined;
  const lane = item.lane + (way === 'right' ? 1 : -1);
  const beside = items.filter((other) => other.lane === lane).toSorted((a, b) => Math.abs(a.y - item.y) - Math.abs(b.y - item.y))[0];
  return (own ?? beside)?.id ?? from;
}
