/** Left to right: stages in the order of the file, the target last, moved only where that removes a crossing. */
import type { BuildRecord } from '#engine/solver/record.ts';
import { lanesRead, lastStep } from './ranks.ts';

interface Link {
  readonly from: number;
  readonly to: number;
  /** The rank where the line runs across. */
  readonly rank: number;
}

/** More stages than this keep the order of the file. */
const MOST = 40;

/**
 * Stage indexes from left to right. A stage read by one later stage alone may move next to it when that removes a
 * crossing. The order depends on stages and what they read, never on what was built.
 */
export function orderLanes(record: BuildRecord, ranks: ReadonlyMap<string, number>): readonly number[] {
  const target = record.stages.find((stage) => stage.target)?.index;
  let order = record.stages.map((stage) => stage.index).filter((index) => index !== target);
  if (target !== undefined) order.push(target);
  if (order.length < 3 || order.length > MOST) return order;

  const links = linksOf(record, ranks);
  const spans = spansOf(record, ranks);
  let best = crossingsOf(order, links, spans);
  for (const stage of record.stages) {
    const readers = new Set(links.filter((link) => link.from === stage.index).map((link) => link.to));
    const [reader] = readers;
    if (readers.size !== 1 || reader === undefined || stage.index === target || reader < stage.index) continue;
    const moved = order.filter((index) => index !== stage.index);
    moved.splice(moved.indexOf(reader), 0, stage.index);
    const crossings = crossingsOf(moved, links, spans);
    if (crossings < best) {
      order = moved;
      best = crossings;
    }
  }
  return order;
}

/** Lines between lanes. */
function linksOf(record: BuildRecord, ranks: ReadonlyMap<string, number>): readonly Link[] {
  const stageOf = new Map(record.steps.map((step) => [step.id, step.stage]));
  const links: Link[] = [];
  for (const step of record.steps) {
    const rank = ranks.get(step.id) ?? 0;
    for (const { from } of lanesRead(step)) links.push({ from: stageOf.get(from) ?? 0, to: step.stage, rank });
  }
  for (const stage of record.stages) {
    if (stage.baseStage === undefined) continue;
    const base = record.stages[stage.baseStage];
    const last = base && lastStep(record, base);
    links.push({ from: stage.baseStage, to: stage.index, rank: (last === undefined ? 0 : (ranks.get(last) ?? 0)) + 0.5 });
  }
  return links.filter((link) => link.from !== link.to);
}

/** First and last rank of each stage. */
function spansOf(record: BuildRecord, ranks: ReadonlyMap<string, number>): readonly (readonly [number, number])[] {
  return record.stages.map((stage) => {
    const own = stage.steps.map((id) => ranks.get(id) ?? 0);
    return own.length === 0 ? [1, 0] : [Math.min(...own), Math.max(...own)];
  });
}

/** Lanes that lines run across, counted; and pairs of lines that cross for sure, whatever their elbows. */
export function crossingsOf(order: readonly number[], links: readonly Link[], spans: readonly (readonly [number, number])[]): number {
  const position = new Map(order.map((index, at) => [index, at]));
  let count = 0;
  const across = links.map((link) => {
    const a = position.get(link.from) ?? 0;
    const b = position.get(link.to) ?? 0;
    return { left: Math.min(a, b), right: Math.max(a, b), rank: link.rank };
  });
  for (const { left, right, rank } of across) {
    for (let at = left + 1; at < right; at++) {
      const span = spans[order[at]!];
      if (span !== undefined && rank >= span[0] && rank <= span[1]) count++;
    }
  }
  for (let i = 0; i < across.length; i++) {
    for (let j = 0; j < across.length; j++) {
      const a = across[i]!;
      const b = across[j]!;
      if (a.left < b.left && b.left < a.right && a.right < b.right && a.rank > b.rank) count++;
    }
  }
  return count;
}
