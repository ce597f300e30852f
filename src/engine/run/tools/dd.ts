import { formatFloat } from './printf.ts';
import { readCount } from './head.ts';
import type { Tool } from './tool.ts';

export const dd: Tool = {
  name: 'dd',
  run(process, args) {
    const values = new Map(args.map((arg) => [arg.split('=')[0]!, arg.split('=').slice(1).join('=')]));
    const size = (name: string, otherwise: number) => readCount((values.get(name) ?? '').replace(/c$/, ''))?.n ?? otherwise;
    const block = size('bs', 512);
    const count = values.has('count') ? size('count', 0) : Infinity;
    const skip = size('skip', 0) * block;
    const input = values.has('if') ? process.open(values.get('if')!, 'read') : process.stream(0);
    const append = (values.get('conv') ?? '').includes('notrunc');
    const output = values.has('of') ? process.open(values.get('of')!, append ? 'readwrite' : 'write') : process.stream(1);
    for (let left = skip; left > 0; ) {
      const part = input.read(Math.min(left, 1 << 16));
      if (part === '') break;
      left -= part.length;
    }
    let bytes = 0;
    for (let left = block * count; left > 0; ) {
      const part = input.read(Math.min(left, 1 << 16));
      if (part === '') break;
      output.write(part, process);
      bytes += part.length;
      left -= part.length;
    }
    if (values.get('status') !== 'none') {
      const records = `${Math.floor(bytes / block)}+${bytes % block === 0 ? 0 : 1}`;
      process.err(`${records} records in\n${records} records out\n`);
      if (values.get('status') !== 'noxfer') process.err(process.userland === 'gnu' ? `${bytes} bytes copied, 0.001 s, ${formatFloat(bytes / 1e3, 'f', '', 0, 1)} MB/s\n` : `${bytes} bytes copied, 0.001000 seconds, ${formatFloat(bytes / 1e3, 'f', '', 0, 1)}MB/s\n`);
    }
    return 0;
  },
};
