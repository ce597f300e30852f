import { ruleUrl, type Rule } from './rule.ts';

/** A CMD, ENTRYPOINT or HEALTHCHECK that a later one of the same stage replaces. */
export const multipleInstructionsDisallowed: Rule<[instruction: string]> = {
  name: 'MultipleInstructionsDisallowed',
  description: 'Multiple instructions of the same type should not be used in the same stage',
  url: ruleUrl('multiple-instructions-disallowed'),
  message: (instruction) => `Multiple ${instruction} instructions should not be used in the same stage because only the last one will be used`,
  mark: 'keyword',
  bad: 'FROM alpine\nENTRYPOINT ["echo", "Norway"]\nENTRYPOINT ["echo", "Sweden"]\n',
  good: 'FROM alpine\nENTRYPOINT ["echo", "Norway\\nSweden"]\n',
};
