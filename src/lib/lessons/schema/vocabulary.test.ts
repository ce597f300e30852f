import { describe, expect, it } from 'vitest';
import type { Assertions } from '#engine/exercise/assertion.ts';
import { assertions as judged } from '#engine/exercise/assertions/index.ts';
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { BuildOptions } from '#engine/graph/plan.ts';
import { assertions } from './check.ts';
import { buildOptions, worldEdit } from './world-edit.ts';

/** Every key of a type, by a record that does not compile when one is missing. */
const edits: Readonly<Record<keyof WorldEdit, true>> = {
  edit: true, replace: true, write: true, add: true, remove: true, rename: true, touch: true, chmod: true, args: true, options: true, secret: true, days: true, upstream: true, relabelled: true, machine: true, prune: true, command: true, build: true,
};
const options: Readonly<Record<keyof BuildOptions, true>> = {
  target: true, platforms: true, buildArgs: true, labels: true, noCache: true, pull: true, tags: true, file: true, contexts: true, sourceDateEpoch: true, attrs: true,
};

describe('what a lesson may write', () => {
  it('has every assertion that the engine judges, and no other', () => {
    const known: readonly (keyof Assertions)[] = Object.keys(judged) as (keyof Assertions)[];
    expect(Object.keys(assertions).sort()).toEqual([...known].sort());
  });

  it('has every edit of the world, and every option of a build', () => {
    expect(Object.keys(worldEdit.entries).sort()).toEqual(Object.keys(edits).sort());
    expect(Object.keys(buildOptions.entries).sort()).toEqual(Object.keys(options).sort());
  });
});
