import { goQuote } from '../go/quote.ts';
import { ruleUrl, type Rule } from './rule.ts';

/** The first WORKDIR of a stage and of those it starts from is relative. */
export const workdirRelativePath: Rule<[path: string]> = {
  name: 'WorkdirRelativePath',
  description: 'Relative workdir without an absolute workdir declared within the build can have unexpected results if the base image changes',
  url: ruleUrl('workdir-relative-path'),
  message: (path) => `Relative workdir ${goQuote(path)} can have unexpected results if the base image changes`,
  mark: { argument: 0 },
  bad: 'FROM alpine\nWORKDIR usr/share/app\n',
  good: 'FROM alpine\nWORKDIR /usr/share/app\n',
};
