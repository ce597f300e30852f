/** Where the bytes of an image are, as areas: layers as frames with a head, their largest parts inside. Pixels in, pixels out. */
import { hierarchy, treemap, treemapSquarify } from 'd3';
import type { Block } from '#engine/insight/image/blocks.ts';
import type { LayerRow } from '#engine/insight/image/image-report.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BlockArea extends Area {
  readonly block: Block;
  /** Room for a name and a size. */
  readonly roomy: boolean;
  /** Large enough to be hit. */
  readonly hittable: boolean;
}

export interface LayerArea extends Area {
  readonly layer: LayerRow;
  /** Room for the layer's name above its parts. */
  readonly headed: boolean;
  readonly blocks: readonly BlockArea[];
}

/** Height of a frame's head, and the space between areas. */
export const treemapHead = 22;
const gap = 3;

interface Datum {
  readonly layer?: LayerRow;
  readonly block?: Block;
  readonly children?: readonly Datum[];
}

/** Layers without bytes have no area; what is left out of `ghosts` are blocks that were deleted later. */
export function layoutTreemap(layers: readonly LayerRow[], width: number, height: number, ghosts = true): readonly LayerArea[] {
  const shown = layers.flatMap((layer): Datum[] => {
    const blocks = layer.blocks.filter((block) => block.bytes > 0 && (ghosts || block.waste !== 'ghost'));
    const known = blocks.length > 0 ? blocks : layer.size > 0 && layer.blocks.length === 0 ? [{ path: '', bytes: layer.size, files: 0 }] : [];
    return known.length === 0 ? [] : [{ layer, children: known.map((block) => ({ block })) }];
  });
  if (shown.length === 0 || width <= 0 || height <= 0) return [];
  const root = hierarchy<Datum>({ children: shown }, (datum) => datum.children as Datum[] | undefined)
    .sum(({ block }) => block?.bytes ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Datum>()
    .tile(treemapSquarify.ratio(1.2))
    .size([width, height])
    .paddingInner(gap)
    .paddingTop(({ depth }) => (depth === 1 ? treemapHead : 0))
    .paddingLeft(({ depth }) => (depth === 1 ? 2 : 0))
    .paddingRight(({ depth }) => (depth === 1 ? 2 : 0))
    .paddingBottom(({ depth }) => (depth === 1 ? 2 : 0))
    .round(true)(root);
  return (laid.children ?? []).map((frame): LayerArea => {
    const area = areaOf(frame);
    return {
      ...area,
      layer: frame.data.layer!,
      headed: area.width >= 30 && area.height >= treemapHead,
      blocks: (frame.children ?? []).map((leaf): BlockArea => {
        const own = areaOf(leaf);
        return { ...own, block: leaf.data.block!, roomy: own.width >= 64 && own.height >= 38, hittable: own.width >= 26 && own.height >= 26 };
      }),
    };
  });
}

function areaOf({ x0, y0, x1, y1 }: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }): Area {
  return { x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) };
}
