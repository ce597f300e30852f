import type { Tool } from '../../run/tools/tool.ts';

/** `clear`: the view empties itself when it is typed alone; there is nothing to print. */
export const clear: Tool = {
  name: 'clear',
  run: () => 0,
};
