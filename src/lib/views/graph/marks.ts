/** Small marks of the drawing: mounts beside strata, ticks on spines, and the labels of runs. */
import type { Metrics } from './density.ts';
import type { Lane, MountMark, Plate, RunLabel, Stratum, Tick } from './geometry.ts';
import { lookOf } from './strata.ts';

/** Marks at the right of a stratum: at most one of each kind, since the step's text names them all. `warm`: ids of caches that were filled before. */
export function mountsOf(strata: readonly Stratum[], metrics: Metrics, warm: ReadonlySet<string> = new Set()): readonly MountMark[] {
  return strata.flatMap((stratum) => {
    if (stratum.core) return [];
    const right = stratum.x + stratum.width;
    const marks: MountMark[] = [];
    const add = (kind: MountMark['kind'], labels: readonly string[], x: number, y: number, full?: boolean) => {
      if (labels.length > 0) marks.push({ kind, step: stratum.step.id, at: { x, y }, label: labels.join(', '), ...(full !== undefined && { full }) });
    };
    const { reads } = stratum.step;
    add('cache', reads.flatMap((read) => (read.kind === 'cache' ? [read.target] : [])), right, stratum.y + (metrics.lines === 2 ? 11 : 7), reads.some((read) => read.kind === 'cache' && warm.has(read.id)));
    add('secret', reads.flatMap((read) => (read.kind === 'secret' || read.kind === 'ssh' ? [read.id] : [])), right, stratum.y + stratum.height - (metrics.lines === 2 ? 11 : 6));
    add(
      'outside',
      reads.flatMap((read) => (read.kind === 'remote' ? [read.url] : (read.kind === 'copy' || read.kind === 'bind') && read.image !== undefined ? [read.image] : [])),
      stratum.x,
      stratum.y + stratum.height / 2,
    );
    return marks;
  });
}

/** Ticks stand where the spine can be seen: in the gap after the last step above the instruction, or over the plate. */
export function ticksOf(lanes: readonly Lane[], byId: ReadonlyMap<string, Stratum>, plate: Plate | undefined, metrics: Metrics): readonly Tick[] {
  return lanes.flatMap((lane) => {
    const own = lane.stage.steps.map((id) => byId.get(id)!);
    const used = new Map<number, number>();
    return lane.stage.configOnly.flatMap(({ keyword, lines }) => {
      const above = own.filter(({ step }) => step.lines.first <= lines.first);
      const last = above[above.length - 1];
      const next = own[above.length];
      const from = last === undefined ? lane.top : last.y + last.height;
      const to = next?.y ?? (lane.stage.target ? plate?.y : undefined) ?? from;
      const nth = used.get(from) ?? 0;
      const y = from + 4 + nth * 3;
      used.set(from, nth + 1);
      return y < to - 2 ? [{ at: { x: lane.x + metrics.core / 2, y }, keyword }] : [];
    });
  });
}

/** Runs of one look (on the map only changed ones, and blocks), labelled at the right where strata have no text (in all of the drawing, or in a stage that was collapsed); labels keep a distance from each other. */
export function runsOf(lanes: readonly Lane[], byId: ReadonlyMap<string, Stratum>, predicted: boolean, { density, lines, aside }: Metrics): readonly RunLabel[] {
  const bare = lines === 0;
  const brief = bare && aside < 60;
  return lanes.flatMap((lane) => {
    if (!lane.stage.needed || (!bare && !lane.shut)) return [];
    const runs: string[][] = [];
    let before: string | undefined;
    for (const id of lane.stage.steps) {
      const look = lookOf(byId.get(id)!.step, predicted);
      if (look === before) runs[runs.length - 1]!.push(id);
      else runs.push([id]);
      before = look;
    }
    let free = -Infinity;
    return runs.flatMap((steps) => {
      const look = lookOf(byId.get(steps[0]!)!.step, predicted);
      if (density === 'map' && look === 'cached' && byId.get(steps[0]!)!.fold === undefined) return [];
      const first = byId.get(steps[0]!)!;
      const last = byId.get(steps[steps.length - 1]!)!;
      const tall = look === 'cached' || brief ? 14 : 27;
      const y = Math.max(free, (first.y + last.y + last.height) / 2 - tall / 2);
      free = y + tall + 1;
      return [{ at: { x: lane.x + lane.width + 7, y }, lane: lane.position, steps: steps.map((id) => byId.get(id)!.step), ...(brief && { brief }) }];
    });
  });
}
