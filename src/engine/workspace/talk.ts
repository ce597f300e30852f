/**
 * A talk: the log as a walk of stops, each a screen that a class looks at. A build is three stops: what was done before it and the
 * question what will run again, then the answer, then the reason. What has not been shown yet is nowhere in a stop.
 */
import type { Message } from '../source/message.ts';
import type { Action } from './action.ts';
import type { TerminalEntry } from './execute.ts';
import type { BuildSummary } from './snapshot.ts';

export interface Beat {
  /** Stable as long as the log is: what notes are kept under. */
  readonly id: string;
  readonly kind: 'title' | 'ask' | 'reveal' | 'why' | 'command';
  readonly heading: Message;
  /** Number of the build that is asked about, shown or explained. */
  readonly build?: number;
  /** The step whose reason is told. */
  readonly step?: string;
  /** Place in the terminal of the command whose output is shown. */
  readonly entry?: number;
}

/** Where the talk begins, and the actions since: those on the way to the log's pointer. */
export interface Told {
  readonly title: string;
  readonly builds: readonly BuildSummary[];
  readonly terminal: readonly TerminalEntry[];
  readonly actions: readonly Action[];
}

/** The step whose reason a class should hear, as the page chooses it; undefined where nothing is to be explained. */
export type Telling = (build: number) => string | undefined;

/** The stops of a talk, in order; the first is its title. */
export function talkOf({ title, builds, terminal, actions }: Told, telling: Telling): readonly Beat[] {
  const ran = actions.filter((action) => action.type === 'build' || action.type === 'recorded').length + terminal.filter((entry) => entry.build !== undefined).length;
  let build = builds.length - ran;
  let entry = 0;
  let done: Action[] = [];
  const beats: Beat[] = [{ id: 'title', kind: 'title', heading: { id: 'present.title', values: { title } }, ...(build > 0 && { build }) }];
  const built = () => {
    build++;
    beats.push(...beatsOfBuild(build, done, telling(build), builds[build - 1]));
    done = [];
  };
  for (const action of actions) {
    if (action.type === 'build' || action.type === 'recorded') built();
    else if (action.type !== 'command') done.push(action);
    else {
      const typed = terminal[entry];
      if (typed?.build !== undefined) built();
      else if (typed) beats.push({ id: `command-${entry + 1}`, kind: 'command', heading: { id: 'present.command', values: { line: typed.line.split('\n')[0] ?? '' } }, entry });
      entry++;
    }
  }
  return beats;
}

/** A first build leaves nothing to guess: everything runs. */
function beatsOfBuild(build: number, done: readonly Action[], step: string | undefined, summary: BuildSummary | undefined): readonly Beat[] {
  const first = build === 1;
  return [
    ...(first ? [] : [{ id: `ask-${build}`, kind: 'ask', heading: question(done), build } as const]),
    { id: `reveal-${build}`, kind: 'reveal', heading: answer(build, summary), build },
    ...(first || step === undefined ? [] : [{ id: `why-${build}`, kind: 'why', heading: { id: 'present.why', values: { build } }, build, step } as const]),
  ];
}

/** What was done, and the question. */
function question(done: readonly Action[]): Message {
  const kinds = new Set(done.map(({ type }) => type));
  const paths = [...new Set(done.flatMap((action) => ('path' in action ? [action.path] : [])))];
  const [first, ...others] = done;
  if (!first) return { id: 'present.ask-again' };
  if (done.every((action) => 'path' in action)) {
    const [path = ''] = paths;
    if (paths.length > 1) return { id: 'present.ask-files', values: { n: paths.length } };
    if (kinds.size > 1) return { id: 'present.ask-edit', values: { path } };
    if (first.type === 'delete') return { id: 'present.ask-delete', values: { path } };
    if (first.type === 'touch') return { id: 'present.ask-touch', values: { path } };
    if (first.type === 'chmod') return { id: 'present.ask-mode', values: { path, mode: first.mode.toString(8).padStart(4, '0') } };
    if (first.type === 'rename') return { id: 'present.ask-rename', values: { path, to: first.to } };
    return { id: 'present.ask-edit', values: { path } };
  }
  if (others.length > 0) return { id: 'present.ask-several', values: { n: done.length } };
  switch (first.type) {
    case 'version':
      return { id: 'present.ask-version', values: { version: first.name } };
    case 'commit':
      return { id: 'present.ask-commit', values: { what: first.edit } };
    case 'wait':
      return { id: 'present.ask-days', values: { n: Math.round(first.duration / 86_400_000) } };
    case 'prune':
      return { id: 'present.ask-prune' };
    case 'machine':
      return { id: 'present.ask-machine', values: { name: first.name } };
    case 'options':
      return { id: 'present.ask-options' };
    default:
      return { id: 'present.ask-several', values: { n: 1 } };
  }
}

/** How many steps ran again, and what became of the image. */
function answer(build: number, summary: BuildSummary | undefined): Message {
  const n = summary?.states.filter((state) => state === 'rebuilt' || state === 'failed').length ?? 0;
  return { id: build === 1 ? 'present.first' : 'present.answer', values: { n, image: !summary?.ok ? 'none' : summary.sameImageAs === undefined ? 'new' : 'same' } };
}
