/** What the models of package managers have in common. */
import { toText } from '../system/byte-string.ts';
import type { Process } from '../system/process.ts';

/** Bytes a second of an ordinary connection (100 Mbit/s), the basis of all download times. */
const RATE = 12_500_000;
/** Bytes a second that unpacking and installing takes. */
const UNPACK = 60_000_000;

/** Virtual milliseconds to download and unpack. */
export function transferTime(download: number, unpacked = 0): number {
  return Math.round((download / RATE + unpacked / UNPACK) * 1000);
}

/** Lets the time of a modelled command pass and notes where its numbers come from. */
export function modelled(process: Process, tool: string, duration: number, bytes: number, basis: string): void {
  process.machine.advance(duration);
  process.machine.notes.push({ command: toText(process.command), tool, fidelity: 'modelled', duration: Math.round(duration), bytes, basis });
}

/** Processors of the builder: as many as `nproc` says, and as many jobs as run at once. */
export const CORES = 2;

/** Architecture of the machine that builds: programs of any other run under emulation. */
const HOST = 'amd64';
/** Compilers under emulation take 5 to 12 times as long; 8 is taken. */
const EMULATION = 8;

/** By how much longer a program computes in this container than on the builder's own architecture. */
export function emulation(process: Process): number {
  return process.machine.request.platform.split('/')[1] === HOST ? 1 : EMULATION;
}

/** Notes that nothing of a command was simulated; exit code 0. */
export function notSimulated(process: Process, tool: string, what: string): number {
  process.machine.unsimulated(toText(process.command), `${what} is not simulated: taken to succeed and to change nothing.`, tool);
  return 0;
}

/** Size that an unknown package gets: `usual`, varied by its name between a third and three times. */
export function varied(name: string, usual: number): number {
  let hash = 7;
  for (const c of name) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  return Math.round(usual * 3 ** ((hash % 2001) / 1000 - 1));
}
