/** Runs a build for the command line: its log as it is printed, and the files that it leaves. */
import { classicProgress } from '../../solver/progress/classic.ts';
import { buildOutput } from '../../solver/progress/output.ts';
import { errorText } from '../../solver/progress/error-text.ts';
import { rawJsonProgress } from '../../solver/progress/rawjson.ts';
import { runBuildOn, type BuildOutcome } from '../../workspace/operations/build.ts';
import type { Session } from '../session.ts';
import { builderName, driverName } from './builders.ts';
import { askBuild, type AskedBuild } from './command.ts';
import { writeOutputs } from './outputs.ts';
import type { BuildSettings } from './settings.ts';

/** `--progress`. */
export type ProgressMode = 'auto' | 'plain' | 'tty' | 'quiet' | 'none' | 'rawjson';

/** All that `--progress` may be. */
export const progressModes: readonly string[] = ['auto', 'plain', 'tty', 'quiet', 'none', 'rawjson'];

/** How a build is shown, and what is written down of it. */
export interface RunOptions {
  readonly progress: ProgressMode;
  /** `--quiet`: the image's ID on standard output. */
  readonly quiet: boolean;
  readonly metadataFile?: string;
  readonly iidFile?: string;
  /** What was said before in the same log (by bake): the number of its last vertex. */
  readonly after?: number;
}

/** A build that ran, whatever came of it. */
export type Ran = Extract<BuildOutcome, { ok: true }>;

/** What docker says where the builder before BuildKit is used, by the machine's choice or by `DOCKER_BUILDKIT=0`. */
const deprecated = `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0
            environment-variable.

`;

function setStrategy(session: Session, strategy: 'buildkit' | 'classic'): void {
  session.machine = { ...session.machine, builder: { ...session.machine.builder, strategy } };
}

/** Exit code, and the outcome where it came to a build. */
export function runBuild(session: Session, settings: BuildSettings, options: RunOptions): { readonly code: number; readonly asked?: AskedBuild; readonly outcome?: Ran } {
  const asked = askBuild(session, settings);
  if ('error' in asked) return { code: session.err(`${asked.error}\n`) };
  const { machine } = session.process;
  const { interrupted } = machine.request;
  const began = machine.elapsed;
  const { strategy } = session.machine.builder;
  const classic = strategy === 'classic' || session.variable('DOCKER_BUILDKIT') === '0';
  if (classic && strategy !== 'classic') setStrategy(session, 'classic');
  if (classic) session.err(deprecated);
  const outcome = runBuildOn({ ...session.state, now: session.now }, session.world, { ...asked.command, ...(interrupted !== undefined && { interrupted: Math.max(0, interrupted - began) }) });
  if (!outcome.ok) return { code: session.err(`ERROR: ${outcome.error}\n`), asked };
  if (outcome.warnings.length > 0) session.err(outcome.warnings.map((warning) => `${warning}\n`).join(''));
  const { record } = outcome.built;
  session.state = outcome.state;
  if (classic) setStrategy(session, strategy);
  session.build = record.number;
  session.messages = [...session.messages, ...outcome.messages.map((message) => ({ ...message, time: message.time + began }))];
  if (classic && !options.quiet) session.play(classicProgress(record).map(({ time, text }) => ({ stream: record.ok ? 1 : 2, time, text })));
  else print(session, asked, outcome, options);
  machine.advance(began + record.duration - machine.elapsed);
  if (interrupted !== undefined && record.error?.message.startsWith('Canceled')) machine.advance(1);
  if (!record.ok) return { code: 1, asked, outcome };
  const wrong = writeOutputs(session, asked, outcome, options);
  return { code: wrong === undefined ? 0 : session.err(`ERROR: ${wrong}\n`), asked, outcome };
}

/** The digest that stands for the result: of the index or manifest, or of the config where there is neither in a store. */
export function imageIdOf({ built: { record } }: Ran, imageStore: 'containerd' | 'overlay2'): string | undefined {
  const [image] = record.images;
  if (imageStore === 'overlay2') return image?.configDigest;
  return record.index?.digest ?? image?.manifestDigest;
}

function print(session: Session, asked: AskedBuild, outcome: Ran, { progress, quiet, after }: RunOptions): void {
  const { record } = outcome.built;
  if (progress === 'rawjson') {
    session.err(rawJsonProgress(record));
    if (!record.ok) session.err(errorText(record));
    return;
  }
  const toScreen = asked.outputs.some((output) => 'dest' in output && output.dest === '-');
  if (quiet || progress === 'quiet' || progress === 'none' || (toScreen && progress === 'auto')) {
    const { machine } = session.process;
    machine.advance(record.duration);
    const id = imageIdOf(outcome, session.machine.builder.imageStore);
    if (!record.ok) session.err(errorText(record));
    else if (id !== undefined && progress !== 'none' && !toScreen) session.out(`${id}\n`);
    return;
  }
  const name = builderName(session.machine);
  const log = buildOutput(record, after === undefined ? { builder: `building with "${name}" instance using ${driverName(session.machine)} driver` } : {});
  session.play(log.map(({ time, text }, at) => ({ stream: 2, time, text: after === undefined ? text : (at === 0 ? '\n' : '') + numberedFrom(text, after) })));
}

/** A log whose vertices are counted on from others before it. */
export const numberedFrom = (text: string, after: number): string => text.replace(/^#(\d+)/gm, (_, number: string) => `#${Number(number) + after}`);
