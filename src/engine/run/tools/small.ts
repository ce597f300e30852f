/** Programs of one line each. */
import { CORES } from './model.ts';
import type { Tool } from './tool.ts';

export const trueTool: Tool = { name: 'true', run: () => 0 };
export const falseTool: Tool = { name: 'false', run: () => 1 };
export const sync: Tool = { name: 'sync', run: () => 0 };

export const nproc: Tool = {
  name: 'nproc',
  run(process) {
    process.out(`${CORES}\n`);
    return 0;
  },
};

export const pwd: Tool = {
  name: 'pwd',
  run(process, args) {
    const logical = process.env.get('PWD');
    process.out(`${args.includes('-L') && logical ? logical : process.cwd}\n`);
    return 0;
  },
};

/** Writes until the pipe is full or its reader has enough. */
export const yes: Tool = {
  name: 'yes',
  run(process, args) {
    const text = `${args.length > 0 ? args.join(' ') : 'y'}\n`.repeat(512);
    for (;;) {
      process.limits.step();
      process.out(text);
    }
  },
};

export const tty: Tool = {
  name: 'tty',
  run(process, args) {
    if (!args.includes('-s')) process.out('not a tty\n');
    return 1;
  },
};
