/** Why a link cannot be opened, in words. */
import { t, type MessageId } from '#messages/index.ts';
import type { LinkProblem } from './scene-link.ts';

const problems = {
  'no-link': 'share.problem-no-link',
  newer: 'share.problem-newer',
  'too-long': 'share.problem-too-long',
  broken: 'share.problem-broken',
  'not-a-scene': 'share.problem-not-a-scene',
} as const satisfies Record<LinkProblem, MessageId>;

export const problemText = (problem: LinkProblem, place?: string): string => t(problems[problem], { place: place ?? 'none' });
