import { ruleUrl, type Rule } from './rule.ts';

/** A blank line between the lines of one instruction. */
export const noEmptyContinuation: Rule<[]> = {
  name: 'NoEmptyContinuation',
  description: 'Empty continuation lines will become errors in a future release',
  url: ruleUrl('no-empty-continuation'),
  message: () => 'Empty continuation line',
  bad: 'FROM alpine\nEXPOSE \\\n\n80\n',
  good: 'FROM alpine\nEXPOSE \\\n# Port\n80\n',
};
