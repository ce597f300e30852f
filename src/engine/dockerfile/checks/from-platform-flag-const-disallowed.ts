import { goQuote } from '../go/quote.ts';
import { ruleUrl, type Rule } from './rule.ts';

/** A platform written out, in a stage whose name does not mention it. */
export const fromPlatformFlagConstDisallowed: Rule<[platform: string]> = {
  name: 'FromPlatformFlagConstDisallowed',
  description: 'FROM --platform flag should not use a constant value',
  url: ruleUrl('from-platform-flag-const-disallowed'),
  message: (platform) => `FROM --platform flag should not use constant value ${goQuote(platform)}`,
  mark: { flag: 0 },
  bad: 'FROM --platform=linux/amd64 alpine AS base\n',
  good: 'FROM --platform=$BUILDPLATFORM alpine AS base\n',
};
