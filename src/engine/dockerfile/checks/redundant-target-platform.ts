import { ruleUrl, type Rule } from './rule.ts';

/** `--platform=$TARGETPLATFORM`, which is the default. */
export const redundantTargetPlatform: Rule<[text: string]> = {
  name: 'RedundantTargetPlatform',
  description: 'Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior',
  url: ruleUrl('redundant-target-platform'),
  message: (text) => `Setting platform to predefined ${text} in FROM is redundant as this is the default behavior`,
  mark: { flag: 0 },
  bad: 'FROM --platform=$TARGETPLATFORM alpine AS builder\n',
  good: 'FROM alpine AS builder\n',
};
