/** How long installing takes: measured for npm, taken as a share of it for the others. */
import type { Process } from '../../system/process.ts';
import { modelled } from '../model.ts';

/** What an installation had to do. */
export interface Work {
  /** Packages that came over the network, and those that a cache had. */
  readonly fetched: number;
  readonly reused: number;
  /** Unpacked bytes of the two. */
  readonly fetchedBytes: number;
  readonly reusedBytes: number;
}

export const NO_WORK: Work = { fetched: 0, reused: 0, fetchedBytes: 0, reusedBytes: 0 };

type Manager = 'npm' | 'yarn' | 'pnpm' | 'bun';

/** Share of npm's time for the same packages. */
const PACE: Readonly<Record<Manager, number>> = { npm: 1, yarn: 0.7, pnpm: 0.4, bun: 0.15 };
const BASIS = 'npm: 27 packages of 357 MB took 19 s, 58 packages 3 s, 233 packages 14 s, and with a cache 0.58 of that; scaled by packages and bytes.';

/** Virtual milliseconds. */
export function installTime(manager: Manager, work: Work): number {
  const npm = 45 * work.fetched + 25 * work.reused + (50 * work.fetchedBytes + 30 * work.reusedBytes) / 1e6;
  return Math.round(250 + 150 * PACE[manager] + npm * PACE[manager]);
}

/** Lets the time of an installation pass; gives it, in virtual milliseconds. */
export function passTime(process: Process, manager: Manager, work: Work, written: number): number {
  const duration = installTime(manager, work);
  modelled(process, manager, duration, written, manager === 'npm' ? BASIS : `${BASIS} For ${manager} ${PACE[manager]} of that is taken: estimated.`);
  return duration;
}
