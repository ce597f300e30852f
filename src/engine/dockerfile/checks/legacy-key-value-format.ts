import { ruleUrl, type Rule } from './rule.ts';

/** `ENV key value`. */
export const legacyKeyValueFormat: Rule<[instruction: string]> = {
  name: 'LegacyKeyValueFormat',
  description: 'Legacy key/value format with whitespace separator should not be used',
  url: ruleUrl('legacy-key-value-format'),
  message: (instruction) => `"${instruction} key=value" should be used instead of legacy "${instruction} key value" format`,
  mark: { argument: 0 },
  bad: 'FROM alpine\nENV DIR /srv\n',
  good: 'FROM alpine\nENV DIR=/srv\n',
};
