import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { appended, removesAptLists } from '../edits.ts';
import { allRuns, mountTargets, placeIn } from '../facts.ts';

/** `apt-get update` and `install` in one RUN that leaves the package lists: a later `rm` would not make the layer smaller. */
export const aptListsLeft: AdviceRule = {
  name: 'apt-lists-left',
  title: { id: 'advice.apt-lists-left-title' },
  find(facts) {
    return allRuns(facts).flatMap(({ run, commands, of }): Finding[] => {
      const updates = commands.some((command) => isCommand(command, /^apt(?:-get)?$/, 'update'));
      const installs = commands.some((command) => isCommand(command, /^apt(?:-get)?$/, 'install'));
      if (!of.inImage || !updates || !installs || commands.some(removesAptLists)) return [];
      if (mountTargets(run, 'cache').some((target) => '/var/lib/apt/lists'.startsWith(target))) return [];
      const edit = appended(facts, run, 'rm -rf /var/lib/apt/lists/*');
      return [{
        range: placeIn(facts, run.range, /\bapt(?:-get)?\b[^&|;\n]{0,200}?\bupdate\b/),
        lines: [run.lines],
        message: { id: 'advice.apt-lists-left' },
        hint: { id: 'advice.apt-lists-left-hint' },
        ...(edit && { edit }),
        gain: 'image',
      }];
    });
  },
};
