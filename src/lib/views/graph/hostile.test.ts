import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DENSITIES } from './density.ts';
import { filesOf, monorepo, recordOf, type BuildSketch } from './fixture.ts';
import { drawnStrata, type Box, type GraphLayout } from './geometry.ts';
import { layoutGraph } from './layout.ts';
import { graphSvg } from './svg.ts';
import { tellerOf } from './twin.ts';

/** Names as nobody would choose them: up to 255 characters of anything. */
const anyName = fc.string({ unit: 'binary', minLength: 1, maxLength: 255 });
const anyText = fc.oneof(anyName.map((name) => `RUN ${name}`), anyName.map((name) => `COPY ${name} /`), fc.constantFrom('RUN', 'FROM', 'COPY --from=a  /b', 'WORKDIR /'));
const anyState = fc.constantFrom('cached' as const, 'rebuilt' as const, 'failed' as const, 'stopped' as const);
const anyBuild: fc.Arbitrary<BuildSketch> = fc
  .array(fc.record({ name: anyName, needed: fc.boolean(), steps: fc.array(fc.record({ text: anyText, state: anyState, bytes: fc.constantFrom(0, 1, 2 ** 50), took: fc.constantFrom(0, 0.001, 1e9), modelled: fc.boolean() }), { maxLength: 12 }) }), { minLength: 1, maxLength: 8 })
  .map((stages) => ({
    predicted: stages.length % 2 === 0,
    stages: stages.map((stage, s) => ({
      ...stage,
      base: 'scratch',
      needed: stage.needed || s === stages.length - 1,
      steps: stage.steps.map((step, i) => {
        const source = stages[s - 1];
        const reads = i === 1 && source !== undefined && source.steps.length > 0 ? [{ kind: 'copy' as const, step: `${s - 1}.${source.steps.length}`, paths: [stage.name] }] : i === 0 ? [{ kind: 'context' as const, paths: ['/'], mount: true }] : [];
        return { ...step, reads };
      }),
    })),
  }));

function apart(boxes: readonly Box[]): void {
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
  });
}

function inside({ strata, folds, lanes, context, edges, artifacts, plate, width, height }: GraphLayout): void {
  const boxes = [...strata, ...folds, ...(context?.rows ?? []), ...(plate ? [plate] : [])];
  for (const box of boxes) {
    for (const length of [box.x, box.y, box.width, box.height]) expect(Number.isFinite(length)).toBe(true);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
  for (const { d } of edges) expect(d).not.toMatch(/NaN|undefined|Infinity/);
  for (const { at } of artifacts) expect(Number.isFinite(at.x + at.y)).toBe(true);
  for (const lane of lanes) expect(lane.name.length).toBeLessThan(60);
}

describe('a build as nobody would write it', () => {
  it('is drawn whole, apart and without a number that is none, in every zoom, width and density', () => {
    fc.assert(
      fc.property(anyBuild, fc.array(anyName, { maxLength: 9 }), fc.constantFrom(...DENSITIES), fc.constantFrom(120, 600, 1900), fc.boolean(), fc.boolean(), (sketch, names, density, width, projector, shut) => {
        const record = recordOf(sketch);
        const paths = [...new Set(names)];
        const layout = layoutGraph({ record, files: filesOf(paths, paths.slice(0, 1)), edited: new Set(paths.slice(0, 1)), density, width, projector, collapsed: new Set(shut ? [0] : []) });
        apart([...drawnStrata(layout), ...(density === 'map' ? layout.folds : [])]);
        inside(layout);
        const svg = graphSvg(layout, { title: names.join(), description: '', predicted: record.predicted, theme: 'page' });
        // Between tags nothing but what a drawing is made of: names are text.
        expect([...svg.matchAll(/<([a-z]+)[\s>]/g)].map(([, tag]) => tag).filter((tag) => !/^(svg|title|desc|defs|pattern|rect|path|g|text|tspan|circle)$/.test(tag!))).toEqual([]);
        const tell = tellerOf(record, layout);
        for (const step of record.steps) expect(tell(step)).not.toMatch(/undefined|NaN|graph\./);
      }),
      { seed: 8, numRuns: 80 },
    );
  });

  it('of fifty stages and two thousand steps is drawn as a map, inside its picture', () => {
    const layout = layoutGraph({ record: monorepo(50, 40, (stage) => stage % 7 === 0), width: 600 });
    expect(layout.density).toBe('map');
    expect(layout.strata.length).toBeGreaterThan(2_000);
    inside(layout);
    const gathered = layout.lanes.filter(({ stage }) => !stage.needed);
    expect(new Set(gathered.map(({ x }) => x)).size).toBe(1);
    expect(gathered[0]!.x).toBe(Math.max(...layout.lanes.map(({ x }) => x)));
  });
});

describe('room', () => {
  const four: BuildSketch = {
    stages: ['base', 'build', 'web', 'final'].map((name, s) => ({
      name,
      base: 'alpine',
      steps: [{ text: 'FROM alpine' }, { text: 'COPY . .', reads: s === 0 ? [{ kind: 'context' as const, paths: ['/'], mount: false }] : [] }, { text: `COPY --from=x /a/very/long/path/${name} /`, reads: s === 0 ? [] : [{ kind: 'copy' as const, step: `${s - 1}.3`, paths: [`/out/a/very/long/path/to/${name}`] }] }],
    })),
  };

  it('is there for four stages in the pane of a laptop', () => {
    expect(layoutGraph({ record: recordOf(four), files: filesOf(['a', 'b/c']), width: 604 }).width).toBeLessThanOrEqual(604);
  });

  it('is given back by a stage that is collapsed, which keeps its cores', () => {
    const wide = layoutGraph({ record: recordOf(four), width: 900 });
    const shut = layoutGraph({ record: recordOf(four), width: 900, collapsed: new Set([1]) });
    expect(shut.lanes[1]).toMatchObject({ shut: true, width: 24 });
    expect(shut.strata).toHaveLength(wide.strata.length);
    expect(shut.runs.map(({ steps }) => steps.length)).toEqual([3]);
    expect(shut.lanes[0]!.width).toBeGreaterThan(wide.lanes[0]!.width);
  });

  it('says beside every shield why the wave stops', () => {
    const stop = monorepo(8, 10, (stage, step) => stage === 2 && step > 3);
    const steps = stop.steps.map((step) => (step.text.startsWith('COPY --from') ? { ...step, state: 'cached' as const } : step));
    for (const density of DENSITIES) {
      const layout = layoutGraph({ record: { ...stop, steps }, density });
      const shields = layout.edges.filter(({ shield }) => shield !== undefined);
      expect(shields).toHaveLength(1);
      expect(layout.artifacts.filter(({ edge }) => edge === shields[0]!.id).map(({ says }) => says)).toEqual([expect.stringContaining('same bytes')]);
    }
  });
});
