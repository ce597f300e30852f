import { expect, it } from 'vitest';
import { dueBeliefs } from './due.ts';

it('a belief is due while it misled the last time it could have', () => {
  const session = (at: number, wrong: number) => ({ id: `${at}`, at, scene: 'go', right: 0, of: 1, beliefs: { 'chmod-is-free': { met: 1, wrong } } });
  const due = (...wrong: number[]) => dueBeliefs({ version: 1, resetAt: 0, sessions: wrong.map((one, at) => session(at + 1, one)) }).map(({ id }) => id);
  expect([due(), due(0), due(1), due(1, 0), due(1, 0, 1)]).toEqual([[], [], ['chmod-is-free'], [], ['chmod-is-free']]);
});
