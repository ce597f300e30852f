/** Duels of three rounds for tests. */
import type { DuelOutcome, DuelRound, DuelRun, DuelStep } from '#engine/workspace/duel/index.ts';

const step = (id: string, text: string, state: DuelStep['state'], start?: number, duration?: number): DuelStep => ({
  id, stage: 0, text, state, lines: { first: Number(id), last: Number(id) },
  ...(start !== undefined && { start, duration: duration! }),
  ...(text.startsWith('RUN') && start !== undefined && { modelled: true }),
});

const run = (duration: number, steps: readonly DuelStep[]): DuelRun => ({
  ok: !steps.some(({ state }) => state === 'failed'), duration, steps,
  cached: steps.filter(({ state }) => state === 'cached').length, rebuilt: steps.filter(({ state }) => state === 'rebuilt').length,
  imageBytes: 50_000_000, newBytes: 2_000_000,
});

const base = step('1', 'FROM node:22', 'cached');
const slow = (duration: number): DuelRun => run(duration, [base, step('2', 'COPY . .', 'rebuilt', 100, 900), step('3', 'RUN npm ci', 'rebuilt', 2000, duration - 2000)]);
const fast = (duration: number): DuelRun => run(duration, [base, step('2', 'RUN npm ci', 'cached'), step('3', 'COPY . .', 'rebuilt', 100, duration - 100)]);
const calm: DuelRun = run(100, [base, step('2', 'COPY . .', 'cached'), step('3', 'RUN npm ci', 'cached')]);

const rounds: readonly DuelRound[] = [
  { number: 1, label: 'the site', paths: ['src/main.js'], left: slow(10_000), right: fast(1_000), faster: 'right', sameFiles: true },
  { number: 2, label: 'the lock file', paths: ['package-lock.json'], left: slow(5_000), right: fast(2_000), faster: 'right', sameFiles: true },
  { number: 3, paths: ['README.md'], left: calm, right: calm, faster: 'neither', sameFiles: true },
];

const totals = { rebuilt: 4, newBytes: 6_000_000, modelled: true, rounds: 3 };

export const outcome: DuelOutcome = {
  version: 1,
  first: { left: slow(40_000), right: fast(38_000) },
  rounds,
  totals: { left: { ...totals, milliseconds: 15_100, perCommit: 15_100 / 3, won: 0 }, right: { ...totals, milliseconds: 3_100, perCommit: 3_100 / 3, won: 2 } },
  files: { left: 0, right: 0, changed: 0, paths: [] },
  verdict: { kind: 'ahead', side: 'right', milliseconds: 12_000, perCommit: 4_000 },
};

const broken = { ...run(3_000, [base, step('2', 'COPY . .', 'rebuilt', 100, 900), step('3', 'RUN npm ci', 'failed', 1000, 2000)]), error: 'process "/bin/sh -c npm ci" did not complete successfully: exit code: 1' };

/** The left side fails in the second round. */
export const failing: DuelOutcome = {
  ...outcome,
  rounds: [rounds[0]!, { number: 2, paths: ['a'], left: broken, right: fast(2_000) }, { number: 3, paths: ['b'], right: calm }],
  totals: { left: { ...totals, rounds: 1, milliseconds: 10_000, perCommit: 10_000, won: 0 }, right: outcome.totals.right },
  verdict: { kind: 'failed', side: 'left', round: 2 },
};
