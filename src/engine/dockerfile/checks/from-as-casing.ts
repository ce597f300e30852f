import { ruleUrl, type Rule } from './rule.ts';

/** `FROM … as` or `from … AS`. */
export const fromAsCasing: Rule<[from: string, as: string]> = {
  name: 'FromAsCasing',
  description: "The 'as' keyword should match the case of the 'from' keyword",
  url: ruleUrl('from-as-casing'),
  message: (from, as) => `'${as}' and '${from}' keywords' casing do not match`,
  mark: { argument: 1 },
  bad: 'FROM debian:latest as builder\n',
  good: 'FROM debian:latest AS builder\n',
};

/** Whether AS is written as FROM is; a FROM of mixed case is left to ConsistentInstructionCasing. */
export function fromMatchesAs(from: string, as: string): boolean {
  if (from === from.toLowerCase()) return as === as.toLowerCase();
  if (from === from.toUpperCase()) return as === as.toUpperCase();
  return true;
}
