/** Stop-watch of the benchmarks. All times are milliseconds. */

/** Makes ready what a round needs, and gives what is timed. */
export type Task = (round: number) => () => unknown;

/** The last result, kept so that no compiler can leave out the work. */
const kept: { result?: unknown } = {};

function timed(task: Task, round: number): number {
  const run = task(round);
  const start = performance.now();
  kept.result = run();
  return performance.now() - start;
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

type Times<Tasks extends readonly Task[]> = { readonly [Index in keyof Tasks]: number };

/**
 * Median time of each task over `rounds`, after `warmUp` rounds that do not count. Tasks take turns (A B A B), so that whatever
 * else the machine does slows all of them alike.
 */
export function takeTurns<const Tasks extends readonly Task[]>(tasks: Tasks, rounds: number, warmUp = 1): Times<Tasks> {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round++) {
    tasks.forEach((task, at) => {
      const time = timed(task, round);
      if (round >= warmUp) times[at]!.push(time);
    });
  }
  return times.map(median) as unknown as Times<Tasks>;
}

/** Median time of one task. */
export const medianOf = (task: Task, rounds: number, warmUp = 1): number => takeTurns([task], rounds, warmUp)[0];
