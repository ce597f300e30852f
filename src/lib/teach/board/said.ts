/** A wrong guess of several, as a sentence. */
import type { Message } from '#engine/source/message.ts';
import { stepWords } from '#lib/learn/text/step-words.ts';
import type { WrongTally } from './tally.ts';

const said = { hit: 'teach.said-hit', miss: 'teach.said-miss', 'not-needed': 'teach.said-not-needed' } as const;

export const saidOf = ({ step, learners }: WrongTally, of: number): Message => ({ id: said[step?.said ?? 'hit'], values: { n: learners, of, step: stepWords(step?.words ?? '') } });
