import { describe, expect, it } from 'vitest';
import { GO_FILES, filesOf, goTwoStages, monorepo } from './fixture.ts';
import { layoutGraph } from './layout.ts';
import { placesOf, walk, type Direction, type Place } from './walk.ts';

const layout = layoutGraph({ record: goTwoStages(), files: filesOf([...GO_FILES], ['main.go']), edited: new Set(['main.go']) });

describe('walking the graph with the keyboard', () => {
  it.each<[Place, Direction, Place]>([
    ['step:0.3', 'down', 'step:0.4'],
    ['step:0.3', 'up', 'step:0.2'],
    ['step:0.1', 'up', 'lane:0'],
    ['lane:0', 'down', 'step:0.1'],
    ['lane:0', 'right', 'lane:1'],
    ['lane:1', 'right', 'lane:1'],
    ['step:0.6', 'right', 'step:1.2'],
    ['step:1.2', 'left', 'step:0.6'],
    ['step:0.5', 'left', 'file:main.go'],
    ['step:0.3', 'left', 'file:go.mod'],
    ['file:go.mod', 'right', 'step:0.3'],
    ['file:go.mod', 'down', 'file:go.sum'],
    ['file:go.mod', 'up', 'file:go.mod'],
    ['step:0.1', 'right', 'step:1.1'],
    ['step:1.1', 'left', 'step:0.1'],
    ['step:0.4', 'first', 'step:0.1'],
    ['step:0.4', 'last', 'step:1.2'],
    ['step:0.4', 'lane', 'lane:0'],
    ['step:1.2', 'down', 'step:1.2'],
  ])('%s, %s: %s', (from, direction, to) => {
    expect(walk(layout, from, direction)).toBe(to);
  });

  it('reaches every place from the first step', () => {
    const large = layoutGraph({ record: monorepo(8, 6), files: filesOf(['service-1/a', 'service-2/b']) });
    const seen = new Set<Place>(['step:0.1']);
    for (const place of seen) for (const direction of ['up', 'down', 'left', 'right'] as const) seen.add(walk(large, place, direction));
    expect(placesOf(large).filter((place) => !seen.has(place))).toEqual([]);
  });
});
