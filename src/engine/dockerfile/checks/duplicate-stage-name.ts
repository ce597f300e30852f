import { goQuote } from '../go/quote.ts';
import { ruleUrl, type Rule } from './rule.ts';

/** A stage name that an earlier stage has. */
export const duplicateStageName: Rule<[stage: string]> = {
  name: 'DuplicateStageName',
  description: 'Stage names should be unique',
  url: ruleUrl('duplicate-stage-name'),
  message: (stage) => `Duplicate stage name ${goQuote(stage)}, stage names should be unique`,
  mark: { argument: 2 },
  bad: 'FROM debian:latest AS builder\nFROM golang:latest AS builder\n',
  good: 'FROM debian:latest AS deb-builder\nFROM golang:latest AS go-builder\n',
};
