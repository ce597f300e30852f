import { goQuote } from '../go/quote.ts';
import { ruleUrl, type Rule } from './rule.ts';

/** A source that the ignore file keeps out of the context. */
export const copyIgnoredFile: Rule<[verb: string, path: string]> = {
  name: 'CopyIgnoredFile',
  description: 'Attempting to Copy file that is excluded by .dockerignore',
  url: ruleUrl('copy-ignored-file'),
  message: (verb, path) => `Attempting to ${verb} file ${goQuote(path)} that is excluded by .dockerignore`,
  mark: { text: 1 },
  bad: 'FROM scratch\nCOPY ./tmp/helloworld.txt /helloworld.txt\n',
  good: 'FROM scratch\nCOPY ./forever/helloworld.txt /helloworld.txt\n',
  ignore: ['tmp'],
};
