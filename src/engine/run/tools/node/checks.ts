import type { Process } from '../../system/process.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import { installedVersion } from './front-end.ts';
import { sourceFiles } from './modules.ts';

/** Virtual milliseconds to start, and for each file. */
const CHECKS: Readonly<Record<string, readonly [start: number, each: number]>> = {
  eslint: [1_500, 60], prettier: [500, 25], biome: [150, 2], stylelint: [1_000, 30], vitest: [1_200, 250], jest: [2_000, 400], mocha: [600, 150], ava: [900, 250], playwright: [3_000, 900], cypress: [6_000, 1_500], 'vue-tsc': [2_500, 40], 'svelte-check': [2_500, 40],
};
const TESTS = /\.(test|spec)\.[cm]?[jt]sx?$/;
const CODE = /\.([cm]?[jt]sx?|vue|svelte)$/;

/** Linters and test runners: they read the code or the tests, change nothing, and are taken to find nothing. */
export const checker: Tool = {
  name: 'eslint',
  aliases: Object.keys(CHECKS).filter((name) => name !== 'eslint'),
  run(process, all) {
    const name = process.name in CHECKS ? process.name : 'eslint';
    const args = readArguments(all, []);
    if (args.flags.has('version') || (args.flags.has('v') && args.words.length === 0)) {
      process.out(`${installedVersion(process, name) || '1.0.0'}\n`);
      return 0;
    }
    if (args.flags.has('watch') || args.words[0] === 'watch' || args.words[0] === 'install') return notSimulated(process, name, `${name} ${all.join(' ')}`);
    const tests = /^(vitest|jest|mocha|ava|playwright|cypress)$/.test(name);
    const files = count(process, tests ? TESTS : CODE);
    const [start, each] = CHECKS[name]!;
    modelled(process, name, start + files * each, 0, `Estimated by the number of files. ${tests ? 'Tests are taken to pass.' : 'Nothing is taken to be found.'}`);
    if (tests) process.out(`\n Test Files  ${files} passed (${files})\n`);
    return 0;
  },
};

function count(process: Process, pattern: RegExp): number {
  return sourceFiles(process, process.cwd, pattern).length;
}
