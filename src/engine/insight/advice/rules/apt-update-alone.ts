import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { plainScript, removesAptLists } from '../edits.ts';
import { placeIn, type Facts, type RunFacts } from '../facts.ts';

const apt = /^apt(?:-get)?$/;

/** `apt-get update` in a RUN of its own: it stays cached while the list of packages below it changes, and goes stale. */
export const aptUpdateAlone: AdviceRule = {
  name: 'apt-update-alone',
  title: { id: 'advice.apt-update-alone-title' },
  find(facts) {
    return facts.stages.flatMap(({ runs }) =>
      runs.flatMap((run, i): Finding[] => {
        const alone = run.commands.some((command) => isCommand(command, apt, 'update')) && !run.commands.some((command) => isCommand(command, apt, 'install'));
        const install = runs.slice(i + 1).find(({ commands }) => commands.some((command) => isCommand(command, apt, 'install')));
        if (!alone || !install || install.commands.some((command) => isCommand(command, apt, 'update'))) return [];
        const edit = install.at === run.at + 1 ? joined(facts, run, install) : undefined;
        return [{
          range: placeIn(facts, run.run.range, /\bapt(?:-get)?\b[^&|;\n]{0,200}?\bupdate\b/),
          lines: [run.run.lines],
          message: { id: 'advice.apt-update-alone' },
          hint: { id: 'advice.apt-update-alone-hint' },
          ...(edit && { edit }),
          gain: 'image',
          regardless: true,
        }];
      }),
    );
  },
};

function joined(facts: Facts, { run: update }: RunFacts, { run: install, commands }: RunFacts): Finding['edit'] {
  const [first, second] = [plainScript(facts, update), plainScript(facts, install)];
  if (first === undefined || second === undefined || /[;&|]$/.test(first + second)) return undefined;
  const cleaning = commands.some(removesAptLists) ? '' : ' && rm -rf /var/lib/apt/lists/*';
  return { range: { from: update.range.from, to: install.range.to }, replacement: `RUN ${first} && ${second}${cleaning}` };
}
