import { FileStream } from '../system/stream.ts';
import { readOptions } from './options.ts';
import { forEach, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

export const cat: Tool = {
  name: 'cat',
  run(process, args) {
    const options = readOptions(process, args, 'n number=n b number-nonblank=b A show-all=A E show-ends=E v e t T s u');
    if (typeof options === 'number') return options;
    const plain = options.values.size === 0 || (options.values.size === 1 && options.has('u'));
    let line = 0;
    const show = (text: string) => {
      if (plain) {
        process.out(text);
        return;
      }
      for (const one of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
        const blank = one === '\n';
        const numbered = options.has('b') ? !blank : options.has('n');
        let shown = one;
        if (options.has('A') || options.has('T') || options.has('t')) shown = shown.replaceAll('\t', '^I');
        if (options.has('A') || options.has('E') || options.has('e')) shown = shown.replace('\n', '$\n');
        process.out((numbered ? `${String(++line).padStart(6)}\t` : '') + shown);
      }
    };
    return forEach(options.operands.length > 0 ? options.operands : ['-'], (path) => {
      try {
        const stream = path === '-' ? process.stream(0) : process.open(path, 'read');
        const out = process.fds.get(1);
        if (plain && stream instanceof FileStream && out instanceof FileStream) {
          if (stream.file === out.file && out.file.size > 0) return process.fail(`${path === '-' ? '-' : path}: input file is output file`);
          if (stream.file.content.kind === 'described' && out.file.size === 0) {
            const content = stream.takeContent();
            if (content && out.putContent(content, process)) return 0;
          }
        }
        for (let bytes = stream.read(1 << 16); bytes !== ''; bytes = stream.read(1 << 16)) show(bytes);
        return 0;
      } catch (fault) {
        return reportFault(process, fault, path, `can't open '${path}'`);
      }
    });
  },
};
