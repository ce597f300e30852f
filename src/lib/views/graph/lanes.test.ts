import { describe, expect, it } from 'vitest';
import { densityFor, metricsOf } from './density.ts';
import { recordOf, type StageSketch } from './fixture.ts';
import { orderLanes } from './lanes.ts';
import { layoutGraph } from './layout.ts';
import { countCrossings } from './path.ts';
import { ranksOf } from './ranks.ts';

const stage = (name: string, steps: number, copies: readonly string[] = [], from?: number): StageSketch => ({
  name,
  base: 'alpine',
  ...(from === undefined ? {} : { from }),
  steps: [
    ...Array.from({ length: steps }, (_, i) => ({ text: i === 0 && from === undefined ? 'FROM alpine' : `RUN ${name} ${i}` })),
    ...copies.map((step) => ({ text: `COPY --from=x /a /b`, reads: [{ kind: 'copy' as const, step, paths: ['/a'] }] })),
  ],
});

const order = (stages: readonly StageSketch[]) => {
  const record = recordOf({ stages });
  return orderLanes(record, ranksOf(record, metricsOf(densityFor(record.steps.length)))).map((index) => record.stages[index]!.name);
};

describe('the order of lanes', () => {
  it('is that of the file where nothing crosses', () => {
    expect(order([stage('a', 2), stage('b', 2, ['0.2']), stage('c', 2, ['1.3'])])).toEqual(['a', 'b', 'c']);
  });

  it('moves a stage with one reader next to it when that removes a crossing', () => {
    const stages = [stage('tools', 2), stage('deps', 8), stage('build', 1, ['0.2'], 1), stage('final', 1, ['2.2'])];
    expect(order(stages)).not.toEqual(['deps', 'build', 'tools', 'final']);
    expect(order([stage('a', 1), stage('long', 9), stage('b', 2, ['0.1']), stage('final', 1, ['1.9', '2.3'])])).toEqual(['long', 'a', 'b', 'final']);
  });

  it('does not add crossings to the drawing', () => {
    const record = recordOf({ stages: [stage('a', 1), stage('long', 9), stage('b', 2, ['0.1']), stage('final', 1, ['2.3', '1.9'])] });
    expect(countCrossings(layoutGraph({ record }).edges.filter((edge) => edge.kind === 'copy').map((edge) => edge.points))).toBe(0);
  });
});
