import { goQuote } from '../go/quote.ts';
import { ruleUrl, type Rule } from './rule.ts';

/** A stage called `scratch` or `context`. */
export const reservedStageName: Rule<[stage: string]> = {
  name: 'ReservedStageName',
  description: 'Reserved words should not be used as stage names',
  url: ruleUrl('reserved-stage-name'),
  message: (stage) => `Stage name should not use the same name as reserved stage ${goQuote(stage)}`,
  mark: { argument: 2 },
  bad: 'FROM alpine AS scratch\n',
  good: 'FROM alpine AS builder\n',
};

/** Whether a stage name means something else. */
export function isReservedStageName(name: string): boolean {
  return name === 'context' || name === 'scratch';
}
