import type { Tool } from '../../run/tools/tool.ts';

/** Empties the screen: the control sequence that terminals know, and the view of this one too. */
export const clear: Tool = {
  name: 'clear',
  run: (process) => {
    process.out('\x1b[H\x1b[2J\x1b[3J');
    return 0;
  },
};
