import { ruleUrl, type Rule } from './rule.ts';

/** A variable in FROM that no ARG before the first FROM declares. */
export const undefinedArgInFrom: Rule<[arg: string, nearest: string]> = {
  name: 'UndefinedArgInFrom',
  description: 'FROM command must use declared ARGs',
  url: ruleUrl('undefined-arg-in-from'),
  message: (arg, nearest) => `FROM argument '${arg}' is not declared${nearest === '' ? '' : ` (did you mean ${nearest}?)`}`,
  mark: { variable: 0 },
  bad: 'FROM alpine:3${VARIANT}\n',
  good: 'ARG VARIANT\nFROM alpine:3${VARIANT}\n',
};
