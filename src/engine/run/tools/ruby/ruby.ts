/** `ruby`: its version, one-liners that only print, and the scripts `bin/rails`, `bin/rake` and `bin/bundle`. Other scripts are not run. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { machineName } from '../uname.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { bootsnap } from './bootsnap.ts';
import { bundle, missingGems } from './bundle.ts';
import { rails } from './rails.ts';

const SCRIPTS = new Map([['rails', rails], ['rake', rails], ['bundle', bundle], ['bootsnap', bootsnap]]);

export const ruby: Tool = {
  name: 'ruby',
  run(process, args) {
    const version = process.env.get('RUBY_VERSION') ?? '4.0.7';
    if (args[0] === '-v' || args[0] === '--version') {
      process.out(`ruby ${version} (2026-09-15 revision 0d9b2e1c4f) +PRISM [${machineName(process.machine.request.platform)}-linux]\n`);
      return 0;
    }
    const at = args.findIndex((arg) => arg === '-e');
    if (at >= 0) return evaluate(process, args[at + 1] ?? '', version);
    const first = args.findIndex((arg) => arg[0] !== '-');
    const script = args[first];
    if (script === undefined) return notSimulated(process, 'ruby', 'A Ruby program from standard input');
    if (!process.peek(script)) {
      process.err(`ruby: No such file or directory -- ${script} (LoadError)\n`);
      return 1;
    }
    if (args.slice(0, first).includes('-c')) {
      process.out('Syntax OK\n');
      modelled(process, 'ruby', 90, 0, 'The start of the interpreter; the syntax is taken to be right.');
      return 0;
    }
    const tool = SCRIPTS.get(script.split('/').at(-1)!);
    if (!tool) return notSimulated(process, 'ruby', `ruby ${script}`);
    const gemfile = tool === bundle ? undefined : attempt(() => process.readFile('Gemfile')).value;
    const [missing] = gemfile === undefined ? [] : missingGems(process, gemfile);
    if (missing) {
      process.err(`Could not find ${missing.name}-${missing.version} in locally installed gems (Bundler::GemNotFound)\n`);
      return 1;
    }
    return tool.run(process, args.slice(first + 1));
  },
};

/** `puts "text"`, `puts RUBY_VERSION`, `exit 1`, one after the other. */
function evaluate(process: Process, code: string, version: string): number {
  let out = '';
  for (const statement of code.split(/[;\n]/).map((one) => one.trim()).filter((one) => one !== '')) {
    const print = /^(puts|print)[\s(]+(?:"([^"#\\]*)"|'([^'\\]*)'|(RUBY_VERSION)|(\d+))\)?$/.exec(statement);
    const exit = /^exit(?:[\s(]+(\d+|true|false)\)?)?$/.exec(statement);
    if (!print && !exit) return notSimulated(process, 'ruby', `ruby -e '${code}'`);
    if (exit) {
      process.out(out);
      return exit[1] === 'false' ? 1 : Number(/\d+/.exec(exit[1] ?? '')?.[0] ?? 0);
    }
    out += (print![2] ?? print![3] ?? print![5] ?? version) + (print![1] === 'puts' ? '\n' : '');
  }
  process.out(out);
  modelled(process, 'ruby', 90, 0, 'The start of the interpreter.');
  return 0;
}
