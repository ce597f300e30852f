import type { Process } from '../system/process.ts';

/** A program of the simulated userland: one file each, found by the base name it is called by. */
export interface Tool {
  readonly name: string;
  /** Other names it goes by. */
  readonly aliases?: readonly string[];
  /** Arguments without the name → exit code. A failed system call that it does not catch is printed and gives 1. */
  run(process: Process, args: readonly string[]): number;
}
