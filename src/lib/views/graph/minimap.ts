/** The whole graph in a corner: each step as a thin line, lanes as columns. */
import type { Box, GraphLayout } from './geometry.ts';
import { straight } from './scale.ts';

const WIDTH = 168;
const MOST_HEIGHT = 96;
const PAD = 6;
/** Thickness of a step, and least width of a lane. */
const LINE = 1.5;
const LANE = 5;

export interface MinimapLine {
  readonly step: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Minimap {
  readonly width: number;
  readonly height: number;
  readonly line: number;
  readonly lines: readonly MinimapLine[];
  /** A part of the drawing → its frame in the map. */
  readonly frame: (view: Box) => Box;
  /** A point of the map → that point of the drawing. */
  readonly locate: (x: number, y: number) => { readonly x: number; readonly y: number };
}

export function minimapOf(layout: GraphLayout): Minimap {
  const height = Math.round(Math.min(MOST_HEIGHT, Math.max(36, (layout.height / layout.width) * WIDTH)));
  const [acrossDrawing, downDrawing] = [[0, layout.width], [0, layout.height]];
  const [acrossMap, downMap] = [[PAD, WIDTH - PAD], [PAD, height - PAD]];
  const x = straight(acrossDrawing, acrossMap);
  const y = straight(downDrawing, downMap);
  const [fromX, fromY] = [straight(acrossMap, acrossDrawing), straight(downMap, downDrawing)];
  return {
    width: WIDTH,
    height,
    line: LINE,
    lines: layout.strata.map(({ step, ...box }) => ({ step: step.id, x: x(box.x), y: y(box.y), width: Math.max(LANE, x(box.x + box.width) - x(box.x)) })),
    frame: (view) => ({ x: x(view.x), y: y(view.y), width: x(view.x + view.width) - x(view.x), height: y(view.y + view.height) - y(view.y) }),
    locate: (px, py) => ({ x: fromX(px), y: fromY(py) }),
  };
}
