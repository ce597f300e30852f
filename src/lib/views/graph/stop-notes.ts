/** The reason beside a shield: where a wave dies, the drawing says why, in the free place nearest to it. */
import { t } from '#messages/index.ts';
import type { Artifact, Box, GraphEdge, GraphLayout } from './geometry.ts';

/** Width of a character, height of the line, and how far the baseline is below its top. */
const ADVANCE = 5.9;
const LINE = 14;
const BASE = 11;

type Drawing = Pick<GraphLayout, 'strata' | 'folds' | 'lanes' | 'runs' | 'plate' | 'edges' | 'metrics' | 'density'>;

/** Notes for the shields whose reason is not said over their reader. */
export function stopNotes(drawing: Drawing, said: readonly Artifact[], predicted: boolean, width: number): readonly Artifact[] {
  const taken: Box[] = obstaclesOf(drawing, said);
  return drawing.edges.flatMap((edge): Artifact[] => {
    if (edge.shield === undefined || said.some((artifact) => artifact.edge === edge.id)) return [];
    const long = predicted ? t('graph.bytes-will-be-same') : t('graph.bytes-same');
    const brief = t('graph.bytes-same-brief');
    const found = place(edge, long, taken, width) ?? place(edge, brief, taken, width) ?? { box: candidates(edge, brief)[0]!, says: brief };
    taken.push(found.box);
    return [{ at: { x: found.box.x, y: found.box.y + BASE }, path: '', says: found.says, tone: 'cached', edge: edge.id }];
  });
}

function place(edge: GraphEdge, says: string, taken: readonly Box[], width: number): { readonly box: Box; readonly says: string } | undefined {
  const box = candidates(edge, says).find((one) => one.x >= 2 && one.x + one.width <= width && !taken.some((other) => overlaps(one, other)));
  return box && { box, says };
}

/** Right of the shield, then around it, nearest first. */
function candidates({ shield }: GraphEdge, says: string): readonly Box[] {
  const { x, y } = shield!;
  const width = says.length * ADVANCE;
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height: LINE });
  return [box(x + 15, y - 17), box(x + 15, y + 3), box(x + 15, y - 7), box(x - width - 15, y + 6), box(x - width / 2, y + 16), box(x - width, y + 18), box(x - width - 4, y + 32), box(x - width / 2, y - 30)];
}

function obstaclesOf({ strata, folds, lanes, runs, plate, metrics }: Drawing, said: readonly Artifact[]): Box[] {
  return [
    ...strata,
    ...folds,
    ...lanes.map(({ head, name, role }) => ({ x: head.x, y: head.y - 12, width: Math.max(name.length * 7, role.length * ADVANCE), height: 30 })),
    ...runs.map(({ at }) => ({ x: at.x, y: at.y, width: Math.max(60, metrics.aside), height: 27 })),
    ...said.map(({ at, path, says }) => ({ x: at.x, y: at.y - BASE, width: Math.max(path.length * 6.9, says.length * ADVANCE), height: says === '' ? LINE : LINE * 2 })),
    ...(plate === undefined ? [] : [plate]),
  ];
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
