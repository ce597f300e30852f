import { ruleUrl, type Rule } from './rule.ts';

/** The name after AS is not all lower case. */
export const stageNameCasing: Rule<[stage: string]> = {
  name: 'StageNameCasing',
  description: 'Stage names should be lowercase',
  url: ruleUrl('stage-name-casing'),
  message: (stage) => `Stage name '${stage}' should be lowercase`,
  mark: { argument: 2 },
  bad: 'FROM alpine AS BuildBase\n',
  good: 'FROM alpine AS build-base\n',
};
