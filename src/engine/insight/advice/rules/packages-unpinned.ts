import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { allRuns, placeIn } from '../facts.ts';

/**
 * Packages without a version above a base that is pinned to a digest. Above a tag nothing is said: there a version that the
 * distribution has dropped would fail the build on the day the base moves.
 */
export const packagesUnpinned: AdviceRule = {
  name: 'packages-unpinned',
  title: { id: 'advice.packages-unpinned-title' },
  find(facts) {
    return allRuns(facts).flatMap(({ run, commands, of }): Finding[] => {
      if (!of.stage.base.includes('@sha256:')) return [];
      const install = commands.find((command) => isCommand(command, /^apt(?:-get)?$/, 'install') || isCommand(command, /^apk$/, 'add'));
      const names = install ? packagesOf(install.words) : [];
      const loose = names.filter((name) => !/[=<>~]/.test(name) && !name.includes('$') && !name.startsWith('.') && !name.startsWith('/'));
      const [first] = loose;
      if (first === undefined) return [];
      return [{
        range: placeIn(facts, run.range, /\bapt(?:-get)?\b[^&|;\n]{0,200}?\binstall\b|\bapk\b[^&|;\n]{0,200}?\badd\b/),
        lines: [run.lines],
        message: { id: 'advice.packages-unpinned', values: { n: loose.length, first } },
        hint: { id: 'advice.packages-unpinned-hint', values: { first } },
        regardless: true,
      }];
    });
  },
};

/** The words behind the verb that are neither options nor their values. */
function packagesOf(words: readonly string[]): readonly string[] {
  const verb = words.findIndex((word) => word === 'install' || word === 'add');
  return words.slice(verb + 1).filter((word, i, all) => !word.startsWith('-') && !/^(?:-t|--virtual|-o|--repository|-X|--target-release)$/.test(all[i - 1] ?? ''));
}
