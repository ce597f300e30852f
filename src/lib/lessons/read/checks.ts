/** Checks from their YAML, and what a schema cannot see of them. */
import type { Check } from '#engine/exercise/exercise.ts';
import { assertions, type CheckSource } from '../schema/check.ts';
import { worldEdits } from './world-edits.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

const assertionKeys = Object.keys(assertions);

/** A check; `name` is its id where it has none of its own. */
export function check(check: CheckSource, path: YamlPath, source: YamlSource, name: string): Check {
  const { after, commits, id = name, says = '', ...asserted } = check;
  if (!assertionKeys.some((key) => key in asserted)) source.problem(path, 'nothing is asserted here: `cached: npm ci` or another assertion says what must hold');
  if (after && commits) source.problem([...path, 'commits'], '`commits` stands instead of `after`');
  if (asserted.ran !== undefined && !isPattern(asserted.ran)) source.problem([...path, 'ran'], 'this is no regular expression');
  return {
    ...asserted,
    id,
    says,
    ...(after && { after: worldEdits(after, [...path, 'after'], source) }),
    ...(commits && { commits: commits.map((edits, index) => worldEdits(edits, [...path, 'commits', index], source)) }),
  };
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
