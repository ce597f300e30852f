import { goQuote } from '../go/quote.ts';
import type { Rule } from './rule.ts';

/** The image that came is not for the platform that was asked for. */
export const invalidBaseImagePlatform: Rule<[image: string, expected: string, actual: string]> = {
  name: 'InvalidBaseImagePlatform',
  description: 'Base image platform does not match expected target platform',
  message: (image, expected, actual) => `Base image ${image} was pulled with platform ${goQuote(actual)}, expected ${goQuote(expected)} for current build`,
  mark: { argument: 0 },
  bad: 'FROM example.com/only-s390x\n',
  good: 'FROM alpine\n',
};
