import type { Diagnostic } from '../../source/diagnostic.ts';
import type { LineRange, Range } from '../../source/range.ts';
import type { InstructionNode, ParsedDockerfile } from '../syntax/node.ts';
import { markedRange } from './mark.ts';
import { checkOptionsIn, type CheckOptions } from './options.ts';
import type { Rule } from './rule.ts';

/** Where a finding is: a command, a stage or a node; `node` is the syntax node where it is not that itself. */
export interface Place {
  readonly lines: LineRange;
  readonly range: Range;
  readonly node?: InstructionNode;
}

/** Collects findings; asks the options which rules run (BuildKit `linter.Linter`). */
export interface Linter {
  report<Facts extends readonly string[]>(rule: Rule<Facts>, place: Place, ...facts: Facts): void;
  /** The same collector with what the comments above an instruction add. */
  withComments(comments: readonly string[]): Linter;
  /** `lint violation found for rules: …` where findings are errors and there are some. */
  failure(): string | undefined;
}

interface Selection {
  readonly skipAll: boolean;
  readonly skipped: ReadonlySet<string>;
  readonly experimentalAll: boolean;
  readonly experimental: ReadonlySet<string>;
}

/**
 * A linter that puts its findings into `found`; with undefined it is silent, as for all but the first platform of a build.
 * With the document, findings point at words instead of whole instructions.
 */
export function createLinter(options: CheckOptions, found: Diagnostic[] | undefined, document?: ParsedDockerfile): Linter {
  const called = new Set<string>();
  const select = (selection: Selection): Linter => ({
    report(rule, place, ...facts) {
      if (!found || !runs(rule, selection)) return;
      called.add(rule.name);
      found.push({
        code: rule.name,
        severity: 'warning',
        message: rule.message(...facts),
        range: (document && markedRange(document, place, rule.mark, facts)) ?? place.range,
        lines: [place.lines],
        ...(rule.url !== undefined && { url: rule.url }),
      });
    },
    withComments(comments) {
      const more = checkOptionsIn(comments);
      if (!more) return this;
      return select({
        skipAll: selection.skipAll || more.skipAll,
        skipped: new Set([...selection.skipped, ...more.skip]),
        experimentalAll: selection.experimentalAll || more.experimentalAll,
        experimental: new Set([...selection.experimental, ...more.experimental]),
      });
    },
    failure() {
      return options.error && called.size > 0 ? `lint violation found for rules: ${[...called].join(', ')}` : undefined;
    },
  });
  return select({ skipAll: options.skipAll, skipped: new Set(options.skip), experimentalAll: options.experimentalAll, experimental: new Set(options.experimental) });
}

function runs(rule: Pick<Rule, 'name' | 'experimental'>, selection: Selection): boolean {
  if (rule.experimental) return selection.experimentalAll || selection.experimental.has(rule.name);
  return !selection.skipAll && !selection.skipped.has(rule.name);
}

/** A finding as a plain build prints it: `StageNameCasing: … (line 3)`. */
export function warningText(finding: Diagnostic): string {
  const line = finding.lines[0]?.first ?? 0;
  return `${finding.code}: ${finding.message}${line > 0 ? ` (line ${line})` : ''}`;
}
