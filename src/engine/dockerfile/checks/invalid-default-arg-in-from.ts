import { ruleUrl, type Rule } from './rule.ts';

/** Without any --build-arg the base name is empty or no reference. */
export const invalidDefaultArgInFrom: Rule<[base: string]> = {
  name: 'InvalidDefaultArgInFrom',
  description: 'Default value for global ARG results in an empty or invalid base image name',
  url: ruleUrl('invalid-default-arg-in-from'),
  message: (base) => `Default value for ARG ${base} results in empty or invalid base image name`,
  mark: { argument: 0 },
  bad: 'ARG TAG\nFROM busybox:${TAG}\n',
  good: 'ARG TAG=latest\nFROM busybox:${TAG}\n',
};
