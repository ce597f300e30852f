/** Looks for the pattern rule that makes a target (GNU make manual, section 10.8). */
import type { Process } from '../../../system/process.ts';
import { hasCommands } from './rules.ts';
import type { PatternRule, Rules } from './rules.ts';
import { fill, stemOf } from './words.ts';

export interface Match {
  readonly rule: PatternRule;
  readonly stem: string;
  readonly prerequisites: readonly string[];
  readonly orderOnly: readonly string[];
  /** Prerequisites that another pattern rule makes on the way. */
  readonly intermediate: readonly string[];
}

/** Finds files where make looks for them: here, or in a directory of `VPATH`. */
export type Finder = (name: string) => string | undefined;

const MAX_CHAIN = 4;

/** The rule of the shortest stem whose prerequisites are there, are named, or can be made in turn. */
export function matchPattern(process: Process, rules: Rules, name: string, find: Finder, depth = 0): Match | undefined {
  const slash = name.lastIndexOf('/') + 1;
  const candidates = rules.patterns.flatMap((rule) => {
    for (const target of rule.targets) {
      const whole = target.includes('/');
      const stem = stemOf(target, whole ? name : name.slice(slash));
      if (stem !== undefined && stem !== '' && hasCommands(rule.recipe)) return [{ rule, stem, dir: whole ? '' : name.slice(0, slash), any: target === '%' }];
    }
    return [];
  });
  // What matches anything is for names that no other pattern fits, and is not tried on the way of a chain.
  const specific = candidates.some(({ any }) => !any);
  const usable = candidates.filter(({ any, rule }) => !any || rule.terminal || (!specific && depth === 0)).sort((a, b) => a.stem.length + a.dir.length - b.stem.length - b.dir.length);
  const known = (path: string) => rules.targets.has(path) || rules.mentioned.has(path) || find(path) !== undefined;
  const filled = usable.map(({ rule, stem, dir }) => {
    const fit = (patterns: readonly string[]) => patterns.map((pattern) => (pattern.includes('%') ? dir + fill(pattern, stem) : pattern));
    return { rule, stem: dir + stem, prerequisites: fit(rule.prerequisites), orderOnly: fit(rule.orderOnly) };
  });
  process.limits.step(1 + filled.length);
  const there = filled.find(({ prerequisites }) => prerequisites.every(known));
  if (there) return { ...there, intermediate: [] };
  if (depth >= MAX_CHAIN) return undefined;
  for (const one of filled) {
    if (one.rule.terminal || one.prerequisites.length === 0) continue;
    const missing = one.prerequisites.filter((path) => !known(path));
    if (missing.every((path) => matchPattern(process, rules, path, find, depth + 1))) return { ...one, intermediate: missing };
  }
  return undefined;
}
