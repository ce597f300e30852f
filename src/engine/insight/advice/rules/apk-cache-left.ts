import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { allRuns, mountTargets, placeIn } from '../facts.ts';

/** `apk add` without `--no-cache`: the package index stays in the layer. */
export const apkCacheLeft: AdviceRule = {
  name: 'apk-cache-left',
  title: { id: 'advice.apk-cache-left-title' },
  find(facts) {
    return allRuns(facts).flatMap(({ run, commands, of }): Finding[] => {
      if (!of.inImage || !commands.some((command) => isCommand(command, /^apk$/, 'add') && !command.words.includes('--no-cache'))) return [];
      const cleaned = commands.some(({ words }) => words[0] === 'rm' && words.some((word) => word.startsWith('/var/cache/apk')));
      if (cleaned || mountTargets(run, 'cache').some((target) => /^\/(?:var\/cache|etc)\/apk/.test(target))) return [];
      const range = placeIn(facts, run.range, /\bapk\b[^&|;\n]{0,200}?\badd\b/);
      const source = facts.text.slice(run.range.from, run.range.to);
      const replacement = source
        .replace(/\bapk\s+(?:-\S+\s+){0,9}update\s*(?:&&|;|\n)\s*(?:\\\r?\n\s*)?(?=apk\b)/, '')
        .replace(/(\bapk\b(?:(?!--no-cache)[^&|;\n]){0,200}?\badd\b)(?![^&|;\n]{0,2000}--no-cache)/g, '$1 --no-cache');
      return [{
        range,
        lines: [run.lines],
        message: { id: 'advice.apk-cache-left' },
        hint: { id: 'advice.apk-cache-left-hint' },
        edit: { range: run.range, replacement },
        gain: 'image',
      }];
    });
  },
};
