import { toText } from '../../run/system/byte-string.ts';
import type { Tool } from '../../run/tools/tool.ts';
import type { Session } from '../session.ts';

/** `curl`: whether something listens there is known, what it would answer is not. */
export function curl(session: Session): Tool {
  return {
    name: 'curl',
    run: (process, args) => session.within(process, () => {
      const url = args.map(toText).find((arg) => !arg.startsWith('-')) ?? '';
      const local = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?(?:\/|$)/.exec(url);
      if (!local) return process.fail('the network outside of registries is not simulated here', 6);
      const port = local[1] ?? '80';
      const server = [...(session.machine.containers?.values() ?? [])].find(({ running, ports }) => running && ports.some((one) => one.startsWith(`0.0.0.0:${port}->`)));
      if (!server) return process.fail(`(7) Failed to connect to localhost port ${port} after 0 ms: Could not connect to server`, 7);
      return process.fail(`container ${server.name} listens on port ${port}; what it answers is not simulated here`, 52);
    }),
  };
}
