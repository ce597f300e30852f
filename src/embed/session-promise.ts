/** What the page around an embed promises of a build, set against what came of it. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Log, NodeId } from '#engine/workspace/log.ts';
import { outcomesOf } from './session-told.ts';
import type { Events, Expected } from './vocabulary.ts';

/** Undefined where the reader has done something that the page did not speak of: anything but one build since `begun`. */
export function keptPromise(expected: readonly Expected[], record: BuildRecord | undefined, log: Log, begun: NodeId): Events['expect'] | undefined {
  let builds = 0;
  for (let at = log.at; at !== begun; at = log.nodes[at]!.parent) {
    if (at < 0 || log.nodes[at]!.action.type !== 'build' || ++builds > 1) return undefined;
  }
  const got = outcomesOf(record);
  return { holds: got.length === expected.length && got.every((outcome, at) => outcome === expected[at]), expected, got };
}
