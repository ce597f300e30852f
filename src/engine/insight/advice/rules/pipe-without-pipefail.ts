import type { AdviceRule, Finding } from '../advice.ts';
import { scriptOf } from '../commands.ts';
import { allRuns, placeIn, type Facts, type StageFacts } from '../facts.ts';

/** Commands on the left of a pipe that do not fail. */
const harmless = new Set(['echo', 'printf', 'yes', 'true', ':']);

/** A pipe in RUN: the shell asks only its last command how it went. */
export const pipeWithoutPipefail: AdviceRule = {
  name: 'pipe-without-pipefail',
  title: { id: 'advice.pipe-without-pipefail-title' },
  find(facts) {
    return allRuns(facts).flatMap(({ run, at, commands, of }): Finding[] => {
      const piped = commands.find((command) => command.piped && !harmless.has(command.words[0] ?? ''));
      if (!piped || /\bpipefail\b/.test(scriptOf(run)) || shellHasPipefail(of, at)) return [];
      const edit = isAlpine(facts, of) && run.shellForm && run.node.heredocs.length === 0
        ? { range: { from: scriptStart(facts, run.range), to: scriptStart(facts, run.range) }, replacement: 'set -o pipefail && ' }
        : { range: { from: run.range.from, to: run.range.from }, replacement: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\n' };
      return [{
        range: placeIn(facts, run.range, /(?<!\|)\|(?!\|)&?/),
        lines: [run.lines],
        message: { id: 'advice.pipe-without-pipefail', values: { command: piped.words[0] ?? '' } },
        hint: { id: 'advice.pipe-without-pipefail-hint' },
        edit,
        gain: 'image',
        regardless: true,
        keepsImage: true,
      }];
    });
  },
};

function shellHasPipefail({ stage }: StageFacts, before: number): boolean {
  const shell = stage.commands.findLast((command, i) => i < before && command.type === 'SHELL');
  return shell?.type === 'SHELL' && shell.shell.some((word) => /pipefail|^-[a-z]*o$/.test(word) && shell.shell.some((each) => each.includes('pipefail')));
}

/** Whether `sh` is BusyBox's, which knows `pipefail`; Debian's dash does not. */
function isAlpine({ stages }: Facts, of: StageFacts): boolean {
  let at: StageFacts | undefined = of;
  while (at?.baseStage !== undefined) {
    const base: number = at.baseStage;
    at = stages.find(({ index }) => index === base && index < (at?.index ?? 0));
  }
  return /alpine|busybox/.test(at?.stage.base ?? '');
}

/** Where the script begins: behind the word RUN and its flags. */
function scriptStart({ text }: Facts, { from, to }: { readonly from: number; readonly to: number }): number {
  const head = /^\S+\s+(?:--\S+\s+(?:\\\r?\n\s*)?)*/.exec(text.slice(from, to));
  return from + (head?.[0].length ?? 0);
}
