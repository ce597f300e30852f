import { readOptions } from './options.ts';
import { reportFault } from './report.ts';
import { formatTime, readTime } from './time-format.ts';
import type { Tool } from './tool.ts';

/** The virtual clock, in UTC. */
export const date: Tool = {
  name: 'date',
  run(process, args) {
    const iso = args.find((arg) => /^(-I|--iso-8601)/.test(arg));
    const options = readOptions(process, args.filter((arg) => arg !== iso), 'u utc=u universal=u d: date=d: r: reference=r: R rfc-2822=R s: D:');
    if (typeof options === 'number') return options;
    let time = process.machine.now;
    const text = options.values.get('d');
    if (text !== undefined) {
      const read = readTime(text, time);
      if (read === undefined) return process.fail(process.userland === 'gnu' ? `invalid date '${text}'` : `invalid date '${text}'`);
      time = read;
    }
    const reference = options.values.get('r');
    if (reference !== undefined) {
      try {
        time = process.find(reference).mtime;
      } catch (fault) {
        return reportFault(process, fault, reference, `can't stat '${reference}'`);
      }
    }
    const [format] = options.operands;
    if (format?.startsWith('+')) process.out(`${formatTime(format.slice(1), time)}\n`);
    else if (options.has('R')) process.out(`${formatTime('%a, %d %b %Y %H:%M:%S +0000', time)}\n`);
    else if (iso !== undefined) process.out(`${formatTime(/s(econds)?$/.test(iso) ? '%Y-%m-%dT%H:%M:%S+00:00' : '%F', time)}\n`);
    else process.out(`${formatTime(process.userland === 'gnu' ? '%a %b %e %H:%M:%S UTC %Y' : '%a %b %e %H:%M:%S UTC %Y', time)}\n`);
    return 0;
  },
};
