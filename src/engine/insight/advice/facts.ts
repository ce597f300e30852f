/** What the rules look at: the Dockerfile as read, the record of its build, and the context as it is sent. */
import { findIgnoreFile, sendContext, type IgnoreFile } from '../../context/index.ts';
import { locate, parse, readInstructions } from '../../dockerfile/index.ts';
import type { AddCommand, Command, CopyCommand, InstructionPlaces, ParsedDockerfile, RunCommand, Stage } from '../../dockerfile/index.ts';
import { emptyDir } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import type { ResultTrees } from '../../solver/build.ts';
import type { BuildRecord, StepRecord } from '../../solver/record.ts';
import type { LineRange, Range } from '../../source/range.ts';
import type { AdviceRequest } from './advice.ts';
import { commandsOf, type ShellCommand } from './commands.ts';

/** A stage that the target needs. */
export interface StageFacts {
  readonly index: number;
  readonly stage: Stage;
  /** The stage that is built. */
  readonly target: boolean;
  /** Its layers are in the image: the target, and the stages it starts from. */
  readonly inImage: boolean;
  /** The earlier stage it starts from. */
  readonly baseStage?: number;
  readonly runs: readonly RunFacts[];
}

export interface RunFacts {
  readonly run: RunCommand;
  /** Among the stage's commands. */
  readonly at: number;
  readonly commands: readonly ShellCommand[];
  readonly step?: StepRecord;
}

export interface Facts {
  readonly text: string;
  readonly parsed: ParsedDockerfile;
  /** In file order; none where the text cannot be read: its error comes first. */
  readonly stages: readonly StageFacts[];
  readonly record: BuildRecord;
  readonly trees?: ResultTrees;
  /** As it lies on the disk. */
  readonly context: DirNode;
  readonly ignore?: IgnoreFile;
  /** What the ignore file lets through. */
  readonly sent: DirNode;
}

/** A request → what the rules need of it. */
export function readFacts({ dockerfile: text, record, trees, context }: AdviceRequest): Facts {
  const parsed = parse(text);
  const read = readInstructions(parsed);
  const ignore = findIgnoreFile(context, record.dockerfile.path);
  const sent = sendContext(context, ignore);
  return {
    text,
    parsed,
    stages: read.ok ? neededStages(read.stages, record) : [],
    record,
    ...(trees && { trees }),
    context,
    ...(ignore && { ignore }),
    sent: 'error' in sent ? emptyDir() : sent.root,
  };
}

function neededStages(stages: readonly Stage[], record: BuildRecord): readonly StageFacts[] {
  const named = (name: string, before: number) => stages.findLastIndex((stage, i) => i < before && stage.name !== '' && stage.name === name.toLowerCase());
  const wanted = record.options.target;
  const byName = wanted === undefined ? -1 : named(wanted, stages.length);
  const target = byName >= 0 ? byName : wanted !== undefined && /^\d+$/.test(wanted) ? Number(wanted) : stages.length - 1;
  const bases = stages.map((stage, i) => named(stage.base, i));
  const inImage = new Set<number>();
  for (let at = target; at >= 0 && !inImage.has(at); at = bases[at] ?? -1) inImage.add(at);
  return stages.flatMap((stage, index): StageFacts[] => {
    if (!(record.stages[index]?.needed ?? index <= target)) return [];
    const base = bases[index] ?? -1;
    return [{ index, stage, target: index === target, inImage: inImage.has(index), ...(base >= 0 && { baseStage: base }), runs: runsOf(stage, index, record) }];
  });
}

function runsOf(stage: Stage, index: number, record: BuildRecord): readonly RunFacts[] {
  return stage.commands.flatMap((command, at): RunFacts[] => {
    if (command.type !== 'RUN') return [];
    const step = stepAt(record, index, command.lines);
    return [{ run: command, at, commands: commandsOf(command), ...(step && { step }) }];
  });
}

/** The step of the record that an instruction of a stage made. */
export function stepAt(record: BuildRecord, stage: number, lines: LineRange): StepRecord | undefined {
  return record.steps.find((step) => step.stage === stage && step.lines.first === lines.first);
}

/** Every RUN of the stages that are needed, with its stage. */
export function allRuns(facts: Facts): readonly (RunFacts & { readonly of: StageFacts })[] {
  return facts.stages.flatMap((of) => of.runs.map((run) => ({ ...run, of })));
}

export interface ContextCopy {
  readonly copy: CopyCommand | AddCommand;
  /** Among the stage's commands. */
  readonly at: number;
  /** It takes the whole context. */
  readonly all: boolean;
}

/** COPY and ADD that read the context, in order. */
export function contextCopies({ stage }: StageFacts): readonly ContextCopy[] {
  return stage.commands.flatMap((copy, at): ContextCopy[] => {
    if (copy.type !== 'ADD' && !(copy.type === 'COPY' && copy.from === '')) return [];
    return [{ copy, at, all: copy.sources.some((source) => /^(?:\.|\.\/|\/|\*|\.\/\*|\.\/\.)$/.test(source)) }];
  });
}

/** Targets of a RUN's mounts of one type, as written. */
export function mountTargets(run: RunCommand, type: string): readonly string[] {
  return run.mounts.flatMap((mount) => {
    const fields = mount.split(',').map((field) => field.trim());
    const target = fields.find((field) => /^(?:target|dst|destination)=/i.test(field));
    const kind = fields.find((field) => /^type=/i.test(field))?.slice(5) ?? 'bind';
    return kind === type && target ? [target.slice(target.indexOf('=') + 1).replace(/\/+$/, '')] : [];
  });
}

/** Where the first match of a pattern is inside an instruction, blanks at its end left out; all of the instruction where there is none. */
export function placeIn(facts: Facts, range: Range, pattern: RegExp): Range {
  const match = pattern.exec(facts.text.slice(range.from, range.to));
  const from = range.from + (match?.index ?? 0);
  return match ? { from, to: from + trimmed(match[0]).length } : range;
}

/** Without the blanks and the continuation sign at its end. */
function trimmed(text: string): string {
  const short = text.trimEnd();
  return short.endsWith('\\') ? short.slice(0, -1).trimEnd() : short;
}

/** The places of an instruction's words. */
export function placesOf(facts: Facts, command: Command | Stage): InstructionPlaces {
  return locate(facts.parsed, command.node);
}

/** The steps whose layers the image has, lowest first: those of the stages the target stands on, then its own. */
export function imageSteps({ stages, record }: Facts): readonly StepRecord[] {
  const own = new Set(stages.flatMap(({ inImage, index }) => (inImage ? index : [])));
  return record.steps.filter(({ stage, vertex }) => own.has(stage) && vertex !== undefined);
}
