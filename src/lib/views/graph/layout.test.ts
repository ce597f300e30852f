import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DENSITIES, densityFor } from './density.ts';
import { GO_FILES, filesOf, goTwoStages, monorepo, recordOf, waveStops, willRebuild, type BuildSketch } from './fixture.ts';
import { drawnStrata, type GraphLayout } from './geometry.ts';
import { layoutGraph } from './layout.ts';

const files = filesOf([...GO_FILES]);
const stratum = (layout: GraphLayout, id: string) => layout.strata.find(({ step }) => step.id === id)!;
const edge = (layout: GraphLayout, id: string) => layout.edges.find((candidate) => candidate.id === id)!;

/** Any build: stages that start from others, copy from others, and read files. */
const anyBuild: fc.Arbitrary<BuildSketch> = fc
  .array(
    fc.record({
      from: fc.option(fc.nat(), { nil: undefined }),
      needed: fc.boolean(),
      steps: fc.array(fc.record({ copies: fc.option(fc.nat(), { nil: undefined }), reads: fc.boolean(), state: fc.constantFrom('cached' as const, 'rebuilt' as const) }), { maxLength: 9 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((stages) => ({
    stages: stages.map((stage, s) => ({
      name: `s${s}`,
      base: 'alpine',
      needed: stage.needed || s === stages.length - 1,
      ...(stage.from !== undefined && s > 0 ? { from: stage.from % s } : {}),
      steps: stage.steps.map(({ copies, reads, state }, i) => {
        const earlier = s === 0 ? undefined : stages[(copies ?? 0) % s];
        const copied = copies !== undefined && earlier !== undefined && earlier.steps.length > 0 ? [{ kind: 'copy' as const, step: `${copies % s}.${earlier.steps.length}`, paths: ['/out'] }] : [];
        return { text: `RUN step ${i}`, state, reads: [...copied, ...(reads ? [{ kind: 'context' as const, paths: ['/'], mount: false }] : [])] };
      }),
    })),
  }));

describe('the layout of a build graph', () => {
  it('is the same for the same record', () => {
    const input = { record: waveStops(), files, edited: new Set(['README.md']) };
    expect(layoutGraph(input)).toEqual(layoutGraph(input));
  });

  it('puts every step below what it reads, and no line between steps goes up', () => {
    fc.assert(
      fc.property(anyBuild, fc.constantFrom(...DENSITIES), (sketch, density) => {
        const record = recordOf(sketch);
        const layout = layoutGraph({ record, density, files });
        for (const { step, row } of layout.strata) {
          for (const read of step.reads) if ('step' in read && read.step !== undefined) expect(row).toBeGreaterThan(stratum(layout, read.step).row);
        }
        for (const { kind, points } of layout.edges) {
          if (kind === 'file' || kind === 'context') continue;
          for (let i = 1; i < points.length; i++) expect(points[i]!.y).toBeGreaterThanOrEqual(points[i - 1]!.y);
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('never lets strata overlap and keeps everything inside the drawing', () => {
    fc.assert(
      fc.property(anyBuild, fc.constantFrom(...DENSITIES), (sketch, density) => {
        const layout = layoutGraph({ record: recordOf(sketch), density, files });
        const { width, height } = layout;
        const boxes = [...drawnStrata(layout), ...(density === 'map' ? layout.folds : [])];
        boxes.forEach((a, i) => {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(width);
          expect(a.y + a.height).toBeLessThanOrEqual(height);
          for (const b of boxes.slice(i + 1)) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
        });
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it('draws lines with right angles only', () => {
    const layout = layoutGraph({ record: monorepo(6, 5), files: filesOf(['service-1/a', 'service-2/b']), edited: new Set(['service-1/a']) });
    for (const { points } of layout.edges) for (let i = 1; i < points.length; i++) expect(points[i]!.x === points[i - 1]!.x || points[i]!.y === points[i - 1]!.y).toBe(true);
  });

  it('starts a copy one row below what it copies, so that the gap is the spine', () => {
    const layout = layoutGraph({ record: goTwoStages(), files });
    expect(stratum(layout, '1.2').row).toBe(stratum(layout, '0.6').row + 1);
    expect(edge(layout, 'spine:1.2').points[0]!.y).toBe(stratum(layout, '1.1').y + stratum(layout, '1.1').height);
  });

  it('hangs the image under the last step of the target, and says when it is the same', () => {
    const layout = layoutGraph({ record: waveStops(), sameImageAs: 2 });
    expect(layout.plate).toMatchObject({ name: 'ghcr.io/me/app:1.0.0', says: 'same image as build 2', x: stratum(layout, '1.2').x });
    expect(layout.plate!.y).toBeGreaterThan(stratum(layout, '1.2').y + 50);
    expect(layoutGraph({ record: goTwoStages({ '0.6': 'failed' }, { ok: false }) }).plate).toBeUndefined();
  });

  it('speaks of layers before a build, since a dry run makes no image', () => {
    const says = (states: Parameters<typeof goTwoStages>[0], predicted: boolean) => layoutGraph({ record: goTwoStages(states, { predicted }) }).plate!.says;
    expect(says({}, true)).toBe('no layer will change');
    expect(says({ '0.5': 'rebuilt', '0.6': 'rebuilt' }, true)).toBe('no layer will change');
    expect(says({ '1.2': 'rebuilt' }, true)).toBe('will be a new image');
    expect(says({ '1.2': 'rebuilt' }, false)).toBe('new image');
  });

  it('leaves lanes where they are when only the outcome changes', () => {
    const order = (layout: GraphLayout) => layout.lanes.map((lane) => lane.stage.name);
    expect(order(layoutGraph({ record: monorepo(9, 4, () => true) }))).toEqual(order(layoutGraph({ record: monorepo(9, 4) })));
    expect(order(layoutGraph({ record: monorepo(9, 4) })).at(-1)).toBe('runtime');
  });

  it('fills the width it is given and is wider where it must', () => {
    expect(layoutGraph({ record: goTwoStages(), files, width: 616 }).width).toBeLessThanOrEqual(616);
    expect(layoutGraph({ record: goTwoStages(), files, width: 200 }).width).toBeGreaterThan(300);
  });

  it('draws an empty build and stages without steps', () => {
    expect(layoutGraph({ record: recordOf({ stages: [] }) }).strata).toEqual([]);
    const layout = layoutGraph({ record: recordOf({ stages: [{ name: 'a', base: 'alpine', steps: [{ text: 'FROM alpine' }] }, { name: 'b', base: 'a', from: 0, steps: [] }] }) });
    expect(layout.lanes[1]!.top).toBeGreaterThan(stratum(layout, '0.1').y + 50);
    expect(edge(layout, 'stage:1')).toBeDefined();
  });
});

describe('the wave', () => {
  it('runs from the edited file to the step that reads it', () => {
    const layout = layoutGraph({ record: waveStops(), files, edited: new Set(['README.md']) });
    expect(edge(layout, 'file:README.md>0.5').outcome).toBe('wave');
    expect(layout.context!.rows.find((row) => row.path === 'README.md')!.edited).toBe(true);
  });

  it('stops at a shield where what is read came out the same', () => {
    const stopped = edge(layoutGraph({ record: waveStops(), files }), 'copy:0.6>1.2');
    expect(stopped.outcome).toBe('stopped');
    expect(stopped.shield).toBeDefined();
    expect(stopped.after).toBeDefined();
  });

  it('goes on where the step that reads will rebuild, and says that the bytes will differ', () => {
    const layout = layoutGraph({ record: willRebuild(), files });
    expect(edge(layout, 'copy:0.6>1.2')).toMatchObject({ outcome: 'wave' });
    expect(edge(layout, 'copy:0.6>1.2').shield).toBeUndefined();
    expect(layout.artifacts).toMatchObject([{ path: '/app', says: 'bytes will differ' }]);
  });

  it('is drawn over all other lines', () => {
    const outcomes = layoutGraph({ record: waveStops(), files, edited: new Set(['README.md']) }).edges.map(({ outcome }) => outcome === 'wave' || outcome === 'stopped');
    expect(outcomes.lastIndexOf(false)).toBeLessThan(outcomes.indexOf(true));
  });
});

describe('density', () => {
  it('follows the number of steps', () => {
    expect([1, 12, 13, 40, 41, 150, 151, 3000].map(densityFor)).toEqual(['full', 'full', 'compact', 'compact', 'overview', 'overview', 'map', 'map']);
  });

  it('folds four cached steps in a row in compact, but not the selected one, and keeps every step as a core', () => {
    const record = monorepo(3, 6);
    const folded = layoutGraph({ record });
    expect(folded.density).toBe('compact');
    expect(folded.folds.map((fold) => fold.steps.length)).toContain(6);
    expect(folded.strata).toHaveLength(record.steps.length);
    const open = layoutGraph({ record, selected: '0.3' });
    expect(stratum(open, '0.3').fold).toBeUndefined();
    expect(stratum(folded, '0.3').fold).toBeDefined();
  });

  it('never folds what was rebuilt', () => {
    const layout = layoutGraph({ record: monorepo(3, 6, (stage) => stage === 0) });
    expect(layout.strata.filter(({ step, fold }) => step.state === 'rebuilt' && fold !== undefined)).toEqual([]);
  });

  it('labels runs where strata have no text, and only changed ones on the map', () => {
    const rebuilt = (stage: number, step: number) => stage === 2 && step > 3;
    expect(layoutGraph({ record: monorepo(8, 10, rebuilt), density: 'overview' }).runs.length).toBeGreaterThan(6);
    const map = layoutGraph({ record: monorepo(8, 10, rebuilt), density: 'map' });
    expect(map.runs.filter((run) => stratum(map, run.steps[0]!.id).fold === undefined).map((run) => run.steps.length)).toEqual([6, 1]);
  });

  it('makes a block with its number of every stage that is wholly cached, on the map', () => {
    const map = layoutGraph({ record: monorepo(8, 10, (stage, step) => stage === 2 && step > 3), density: 'map' });
    const blocks = map.folds.map((fold) => map.lanes[fold.lane]!.stage.name);
    expect(blocks).toContain('service-1');
    expect(blocks).not.toContain('service-3');
    expect(blocks).not.toContain('service-5');
    for (const fold of map.folds) expect(map.runs.some((run) => run.steps.map(({ id }) => id).join() === fold.steps.join())).toBe(true);
    expect(drawnStrata(map).length).toBe(map.strata.length - map.folds.reduce((sum, fold) => sum + fold.steps.length, 0));
  });
});
