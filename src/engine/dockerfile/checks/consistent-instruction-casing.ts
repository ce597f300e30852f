import { ruleUrl, type Rule } from './rule.ts';

/** An instruction word that is not written as most of the file's are. */
export const consistentInstructionCasing: Rule<[word: string, majority: string]> = {
  name: 'ConsistentInstructionCasing',
  description: 'All commands within the Dockerfile should use the same casing (either upper or lower)',
  url: ruleUrl('consistent-instruction-casing'),
  message: (word, majority) => `Command '${word}' should match the case of the command majority (${majority})`,
  mark: 'keyword',
  bad: 'From alpine\nRun echo hello\nCMD ["true"]\n',
  good: 'FROM alpine\nRUN echo hello\nCMD ["true"]\n',
};

/** The casing that most words have; words of mixed case do not vote, and upper case wins a tie. */
export function casingMajority(words: readonly string[]): 'lowercase' | 'uppercase' {
  let lower = 0;
  let upper = 0;
  for (const word of words) {
    if (word === word.toLowerCase()) lower++;
    else if (word === word.toUpperCase()) upper++;
  }
  return lower > upper ? 'lowercase' : 'uppercase';
}

/** Whether a word is written in that casing. */
export function hasCasing(word: string, casing: 'lowercase' | 'uppercase'): boolean {
  return word === (casing === 'lowercase' ? word.toLowerCase() : word.toUpperCase());
}
