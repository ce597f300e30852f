import { searchPath } from '../shell/search.ts';
import type { Tool } from './tool.ts';

export const env: Tool = {
  name: 'env',
  run(process, args) {
    let i = 0;
    let nul = false;
    for (; i < args.length; i++) {
      const arg = args[i]!;
      if (arg === '-i' || arg === '-' || arg === '--ignore-environment') process.env.clear();
      else if (arg === '-u') process.env.delete(args[++i] ?? '');
      else if (arg.startsWith('--unset=')) process.env.delete(arg.slice(8));
      else if (arg === '-0') nul = true;
      else if (arg === '-C') process.chdir(args[++i] ?? '');
      else if (arg === '-S' || arg.startsWith('-S')) {
        const words = (arg.slice(2) || args[++i] || '').split(/\s+/).filter((word) => word !== '');
        return env.run(process, [...words, ...args.slice(i + 1)]);
      } else if (arg === '--') {
        i++;
        break;
      } else if (arg[0] === '-') return process.fail(`invalid option -- '${arg[1]}'`, 125);
      else break;
    }
    for (; i < args.length; i++) {
      const at = args[i]!.indexOf('=');
      if (at <= 0) break;
      process.env.set(args[i]!.slice(0, at), args[i]!.slice(at + 1));
    }
    if (i >= args.length) {
      for (const [name, value] of process.env) process.out(`${name}=${value}${nul ? '\0' : '\n'}`);
      return 0;
    }
    const argv = args.slice(i);
    const found = searchPath(process, argv[0]!);
    if ('path' in found) return process.limits.nested(() => process.launch(process.fork(), argv, found.path));
    const gnu = process.userland === 'gnu';
    return process.fail(`${gnu ? `‘${argv[0]}’`.replace(/[‘’]/g, "'") : `can't execute '${argv[0]}'`}: ${found.reason === 'missing' ? 'No such file or directory' : 'Permission denied'}`, found.status);
  },
};
