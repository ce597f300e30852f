/** Agreement in numbers, and the first things that disagree. */

/** One comparison that failed. */
export interface Disagreement {
  readonly id: string;
  readonly metric: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Agreement of one set, by metric. */
export interface SetReport {
  readonly name: string;
  readonly metrics: ReadonlyMap<string, { readonly agree: number; readonly total: number }>;
  readonly disagreements: readonly Disagreement[];
}

/** One line for each metric of a set: `recorded cached 859/859`. */
export function metricLines({ name, metrics }: SetReport): readonly string[] {
  return [...metrics].map(([metric, { agree, total }]) => `${name.padEnd(24)} ${metric.padEnd(18)} ${agree}/${total}`);
}

/** What differs, line by line: `-` was expected, `+` came. */
export function diffText({ id, metric, expected, actual }: Disagreement): string {
  const [before, after] = [linesOf(expected), linesOf(actual)];
  const [missing, extra] = [subtract(before, after), subtract(after, before)];
  const lines = [...missing.map((line) => `  - ${line}`), ...extra.map((line) => `  + ${line}`)];
  const shown = lines.length > 0 ? lines : ['  (the same lines in another order)'];
  return [`${id}: ${metric}`, ...shown.slice(0, 24), ...(shown.length > 24 ? [`  … ${shown.length - 24} more`] : [])].join('\n');
}

function linesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split('\n');
  if (Array.isArray(value)) return value.flatMap((item: unknown) => (typeof item === 'string' ? item.split('\n') : [JSON.stringify(item)]));
  if (value && typeof value === 'object') return Object.entries(value).map(([key, field]) => `${key}: ${JSON.stringify(field)}`);
  return [String(value)];
}

function subtract(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
