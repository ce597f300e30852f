/**
 * `ccache`: compiles as the compiler after it would, and asks the cache in `CCACHE_DIR` first. Reads what the compiler reads;
 * writes one entry for each unit that was not there. `-s` and `-z` count nothing.
 */
import { searchPath } from '../../shell/search.ts';
import { modelled } from '../model.ts';
import type { Tool } from '../tool.ts';
import { compileAndLink, isCompiler } from './gcc.ts';

export const ccache: Tool = {
  name: 'ccache',
  run(process, args) {
    const [compiler = '', ...rest] = args;
    if (compiler === '--version' || compiler === '-V') {
      process.out('ccache version 4.11.2\nFeatures: file-storage http-storage\n');
      return 0;
    }
    if (compiler.startsWith('-') || compiler === '') {
      modelled(process, 'ccache', 5, 0, 'Statistics and settings of the compiler cache are not kept.');
      return compiler === '' ? 1 : 0;
    }
    const found = searchPath(process, compiler);
    if (!('path' in found)) return process.fail(`error: Could not find compiler "${compiler}" in PATH`);
    const child = process.fork();
    child.name = compiler.split('/').at(-1)!;
    return isCompiler(child.name) ? compileAndLink(child, rest, true) : process.limits.nested(() => process.launch(child, args, found.path));
  },
};
