import { ruleUrl, type Rule } from './rule.ts';

/** CMD or ENTRYPOINT in shell form, in an image without a SHELL of its own. */
export const jsonArgsRecommended: Rule<[instruction: string]> = {
  name: 'JSONArgsRecommended',
  description: 'JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals',
  url: ruleUrl('json-args-recommended'),
  message: (instruction) => `JSON arguments recommended for ${instruction} to prevent unintended behavior related to OS signals`,
  mark: { argument: 0 },
  bad: 'FROM alpine\nENTRYPOINT my-program start\n',
  good: 'FROM alpine\nENTRYPOINT ["my-program", "start"]\n',
};
