/** Which of the sources that a step names in the context lead to a file. */
import { goClean, goMatcher, hasWildcard } from '../fs/index.ts';
import type { StepPlan } from '../graph/plan.ts';

/** A source as it was written, and whether a mount reads it. */
export interface ReadRule {
  readonly source: string;
  readonly mount: boolean;
}

/** The source of a step that has a context file in it, the narrowest first where several have; undefined where none does. */
export function readRule({ reads }: Pick<StepPlan, 'reads'>, path: string): ReadRule | undefined {
  const rules = reads.flatMap((read) => (read.kind === 'context' ? read.paths.filter((source) => leadsTo(source, path)).map((source) => ({ source, mount: read.mount })) : []));
  return rules.reduce<ReadRule | undefined>((best, rule) => (best && best.source.length >= rule.source.length ? best : rule), undefined);
}

/** Whether a source (`/` is all, `/src`, `/*.json`) is the path or one of the folders above it. Wildcards match as Go's `filepath.Match` does. */
function leadsTo(source: string, path: string): boolean {
  const clean = goClean(`/${source}`).slice(1);
  if (clean === '') return true;
  if (!hasWildcard(clean)) return path === clean || path.startsWith(`${clean}/`);
  const parts = path.split('/');
  const depth = clean.split('/').length;
  return depth <= parts.length && goMatcher(clean)(parts.slice(0, depth).join('/')) === true;
}
