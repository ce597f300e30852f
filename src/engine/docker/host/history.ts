import { toBytes } from '../../run/system/byte-string.ts';
import type { Tool } from '../../run/tools/tool.ts';
import type { Session } from '../session.ts';

/** `history [N]`: what was typed on this machine, numbered. */
export function historyTool(session: Session): Tool {
  return {
    name: 'history',
    run(process, args) {
      const lines = session.state.terminal.filter(({ machine }) => machine === session.state.machine).map(({ line }) => line);
      const last = args[0] === undefined ? lines.length : Number(args[0]);
      if (!Number.isInteger(last) || last < 0) return process.fail(`${args[0]}: numeric argument required`, 1);
      const first = Math.max(0, lines.length - last);
      process.out(toBytes(lines.slice(first).map((line, at) => `${String(first + at + 1).padStart(5)}  ${line}\n`).join('')));
      return 0;
    },
  };
}
