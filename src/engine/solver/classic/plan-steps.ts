/** The steps of a build in advance: stages up to the target, each line numbered through (moby `builder/dockerfile/builder.go`). */
import type { ArgCommand, Command, LabelCommand, Stage } from '../../dockerfile/index.ts';
import type { StepFacts } from './builder.ts';

/** A stage with its lines as steps. */
export interface PlannedStage {
  readonly stage: Stage;
  readonly index: number;
  readonly from: StepFacts;
  readonly instructions: readonly { readonly command: Command; readonly facts: StepFacts }[];
}

/** All of a build. */
export interface PlannedSteps {
  readonly stages: readonly PlannedStage[];
  /** `Step 1/9 : ARG VERSION=1`, for what stands before the first FROM. */
  readonly metaNames: readonly string[];
}

/** The stage that is asked for by name, whatever its case; the last one where nobody asks. -1: there is none. */
export function targetStage(stages: readonly Stage[], target: string | undefined): number {
  if (target === undefined || target === '') return stages.length - 1;
  return stages.findIndex(({ name }) => name === target.toLowerCase());
}

/** `stages` end with the target; `labels` are those of the command line, a step each at its end. */
export function planSteps(metaArgs: readonly ArgCommand[], stages: readonly Stage[], labels: Readonly<Record<string, string>>): PlannedSteps {
  const commands = stages.map((stage, i) => [...stage.commands, ...(i === stages.length - 1 ? labelCommands(stage, labels) : [])]);
  const total = metaArgs.length + stages.length + commands.reduce((sum, list) => sum + list.length, 0);
  let index = metaArgs.length;
  return {
    metaNames: metaArgs.map(({ code }, i) => `Step ${i + 1}/${total} : ${code}`),
    stages: stages.map((stage, at): PlannedStage => {
      let number = 0;
      const facts = (keyword: string, { code, lines, range }: Pick<Stage, 'code' | 'lines' | 'range'>): StepFacts => ({
        id: `${at}.${++number}`, stage: at, index: ++index, total, keyword, text: code, lines, range,
      });
      const from = facts('FROM', stage);
      return { stage, index: at, from, instructions: commands[at]!.map((command) => ({ command, facts: facts(command.type, command) })) };
    }),
  };
}

/** Values of the command line are not expanded. */
function labelCommands({ lines, range, node }: Stage, labels: Readonly<Record<string, string>>): readonly LabelCommand[] {
  return Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({
      type: 'LABEL', name: 'LABEL', code: `LABEL ${key}=${value}`, lines, range, comments: [], node,
      pairs: [{ key, value: `'${value.replaceAll("'", `'"'"'`)}'`, noDelim: false }],
    }));
}
