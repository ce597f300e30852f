import { ruleUrl, type Rule } from './rule.ts';

/** A variable that neither ENV nor ARG nor the base image sets. */
export const undefinedVar: Rule<[name: string, nearest: string]> = {
  name: 'UndefinedVar',
  description: 'Variables should be defined before their use',
  url: ruleUrl('undefined-var'),
  message: (name, nearest) => `Usage of undefined variable '$${name}'${nearest === '' ? '' : ` (did you mean $${nearest}?)`}`,
  mark: { variable: 0 },
  bad: 'FROM alpine\nCOPY $foo .\n',
  good: 'FROM alpine\nARG foo\nCOPY $foo .\n',
};
