import { wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Lets virtual time pass. */
export const sleep: Tool = {
  name: 'sleep',
  run(process, args) {
    if (args.length === 0) return wrongUse(process, 'missing operand');
    let total = 0;
    for (const arg of args) {
      const match = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(arg);
      if (!match) return process.userland === 'gnu' ? wrongUse(process, `invalid time interval '${arg}'`) : process.fail(`invalid number '${arg}'`);
      total += Number(match[1]) * UNITS[match[2]!]!;
    }
    process.machine.advance(total);
    return 0;
  },
};
