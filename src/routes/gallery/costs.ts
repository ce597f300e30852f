/** What a scene's commits cost in one of its versions, found by making them: a series as near to the weights as it can be. */
import type { ResolveImage } from '#engine/image/base.ts';
import type { BuildRecord, ImageRecord } from '#engine/solver/record.ts';
import type { Scenario, SeriesEdit } from '#engine/workspace/scenario.ts';
import { commit, commitPlan } from '#engine/workspace/series.ts';
import { inVersion, type VersionName } from '#engine/workspace/versions.ts';
import { currentState, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';

/** Commits that are made of every scene; kinds that are too rare to be among them follow with one commit each. */
const SERIES = 12;

/** What follows a commit, as the average of all commits of its kind in the series. Modelled, both. */
export interface Cost {
  /** Milliseconds of the build. */
  readonly time: number;
  /** Packed bytes of layers that the image before did not have: what a push sends. */
  readonly sent: number;
}

export interface VersionCosts {
  /** Milliseconds of the first build: nothing cached, no base pulled. */
  readonly first: number;
  /** Packed bytes of the image's layers, modelled; of its first platform. */
  readonly image: number;
  /** In the order of the scene's edits. */
  readonly kinds: readonly Cost[];
  /** By the weights of the kinds. */
  readonly average: Cost;
}

/** The first build of a version and the builds of its commits. */
export function costsOf(scenario: Scenario, version: VersionName, resolve: ResolveImage): VersionCosts {
  const edits = scenario.edits ?? [];
  let workspace = openWorkspace(inVersion(scenario, version), resolve);
  const first = lastRecord(workspace);
  const spent = new Map<SeriesEdit, Cost[]>();
  for (const [at, edit] of planOf(edits).entries()) {
    const before = lastRecord(workspace);
    workspace = commit(workspace, edit, at + 1);
    const after = lastRecord(workspace);
    spent.set(edit, [...(spent.get(edit) ?? []), { time: after.duration, sent: sentBy(before.images, after.images) }]);
  }
  const kinds = edits.map((edit) => mean(spent.get(edit)!.map((cost) => ({ cost, weight: 1 }))));
  return {
    first: first.duration,
    image: first.images[0]?.compressedSize ?? 0,
    kinds,
    average: mean(edits.map(({ weight }, at) => ({ cost: kinds[at]!, weight }))),
  };
}

/** Every kind of edit is in it at least once. */
export function planOf(edits: readonly SeriesEdit[]): readonly SeriesEdit[] {
  const plan = commitPlan(edits, SERIES);
  return [...plan, ...edits.filter((edit) => !plan.includes(edit))];
}

function lastRecord(workspace: Workspace): BuildRecord {
  return currentState(workspace).builds.at(-1)!.record;
}

/** Packed bytes of the layers that none of the images before has. */
function sentBy(before: readonly ImageRecord[], after: readonly ImageRecord[]): number {
  const there = new Set(before.flatMap(({ layers }) => layers.map(({ diffId }) => diffId)));
  const fresh = new Map(after.flatMap(({ layers }) => layers.filter(({ diffId }) => !there.has(diffId)).map((layer) => [layer.diffId, layer.blob?.size ?? layer.size] as const)));
  return [...fresh.values()].reduce((sum, size) => sum + size, 0);
}

function mean(parts: readonly { readonly cost: Cost; readonly weight: number }[]): Cost {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const by = (figure: (cost: Cost) => number) => (total === 0 ? 0 : parts.reduce((sum, { cost, weight }) => sum + figure(cost) * weight, 0) / total);
  return { time: by(({ time }) => time), sent: by(({ sent }) => sent) };
}
