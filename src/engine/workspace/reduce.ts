/** The one step from a state to the next: a pure function of state and action. */
import { put, remove } from '../fs/index.ts';
import type { Message } from '../source/message.ts';
import type { BuildOptions } from '../graph/plan.ts';
import { emptyImageStore } from '../image/store.ts';
import { emptyStore } from '../solver/cache-store.ts';
import { readRecorded } from '../solver/recorded/index.ts';
import type { Action } from './action.ts';
import { edited } from './edit.ts';
import { findDockerfile } from './find-dockerfile.ts';
import { importedContext, type ImportAction } from './import.ts';
import type { BuilderSettings, Machine } from './machine.ts';
import { emptied } from './machines.ts';
import { runBuildOn, type BuildOutcome } from './operations/build.ts';
import { pathProblem } from './path.ts';
import type { Scenario } from './scenario.ts';
import { currentMachine, nodeOf, surroundings, withMachine, type Built, type State } from './state.ts';
import { commitActions, inVersion, type VersionName } from './versions.ts';
import type { World } from './world.ts';

/** Between two actions a virtual second passes, so that files of different actions never share a modification time. */
const tick = 1_000;

export type Reduced = { readonly ok: true; readonly state: State } | { readonly ok: false; readonly message: Message };

const refused = (message: Message): Reduced => ({ ok: false, message });
const done = (state: State): Reduced => ({ ok: true, state });

/** State and action → the next state, or why the action cannot be done; never an exception for any path or text. */
export function reduce(state: State, action: Action, world: World): Reduced {
  const now = state.now + tick;
  switch (action.type) {
    case 'build':
      return built(runBuildOn({ ...state, now }, world, { options: state.options, ...action.extras }));
    case 'recorded':
      return recorded(state, action.text, now);
    case 'options':
      return done({ ...state, now, options: { ...(state.imported?.options ?? world.scenario.options), ...action.options } });
    case 'version':
      return versionTaken(state, action.name, now, world.scenario);
    case 'commit':
      return committed(state, action, world);
    case 'wait':
      return done({ ...state, now: state.now + Math.max(0, action.duration) });
    case 'prune':
      return done(withMachine({ ...state, now }, withoutCache(currentMachine(state))));
    case 'import':
      return opened(state, action, now, world);
    case 'machine':
      return state.machines.has(action.name) ? done({ ...leftMachine(state), now, machine: action.name }) : refused({ id: 'actions.no-machine', values: { name: action.name } });
    case 'builder':
      return done(withMachine({ ...state, now }, withBuilder(state, action.settings)));
    case 'command': {
      if (!world.execute) return refused({ id: 'actions.no-terminal' });
      const { state: after, entry } = world.execute({ ...state, now }, action.line, world.scenario, world.resolve, action.interrupted);
      return done({ ...after, terminal: [...after.terminal, entry] });
    }
    default: {
      const problem = pathProblem(action.path) ?? ('to' in action ? pathProblem(action.to) : undefined);
      if (problem) return refused(problem);
      const context = edited(state.context, action, now);
      return 'id' in context ? refused(context) : done({ ...state, context, now });
    }
  }
}

/** A real build beside the simulated ones: it has times and results, no files, and leaves nothing in any cache. */
function recorded(state: State, text: string, now: number): Reduced {
  const read = readRecorded(text, state.builds.length + 1);
  if (!read.ok) return refused(read.problem);
  const record = { ...read.record, recorded: read.source };
  const built: Built = { record, store: currentMachine(state).cache, trees: { get: () => undefined }, context: state.builds.at(-1)?.context ?? state.context, machine: state.machine };
  return done({ ...state, now, builds: [...state.builds, built] });
}

/** What a client refuses is said in its own words. */
const built = (outcome: BuildOutcome): Reduced => (outcome.ok ? done(outcome.state) : refused({ id: 'actions.own-words', values: { words: outcome.error } }));

/** Nobody takes up an ephemeral runner's job where it was left. */
function leftMachine(state: State): State {
  const machine = currentMachine(state);
  return machine.ephemeral ? withMachine(state, emptied(machine)) : state;
}

/** The builder's records, and the steps that the classic builder would find again. */
function withoutCache({ classic: _, ...machine }: Machine): Machine {
  return { ...machine, cache: emptyStore };
}

/** Another builder knows nothing of what the one before it cached; another image store does not see the other's images. */
function withBuilder(state: State, builder: BuilderSettings) {
  const machine = currentMachine(state);
  const sameStore = machine.builder.imageStore === builder.imageStore;
  const sameBuilder = sameStore && machine.builder.strategy === builder.strategy && machine.builder.driver === builder.driver;
  return { ...machine, builder, cache: sameBuilder ? machine.cache : emptyStore, images: sameStore ? machine.images : emptyImageStore };
}

/** Another project: no builds, machines as new ones, and the Dockerfile where the files have one. */
function opened(state: State, action: ImportAction, now: number, { scenario }: World): Reduced {
  const context = importedContext(action, now);
  if ('id' in context) return refused(context);
  const file = findDockerfile(action.files.filter((entry) => entry.dir === undefined).map((entry) => entry.path)) ?? 'Dockerfile';
  const { platforms } = state.options;
  const options: BuildOptions = { file, ...(platforms === undefined ? {} : { platforms }) };
  return done({ ...surroundings(scenario), context, now, options, builds: [], baseline: context, imported: { name: action.name, options } });
}

/** The files that make the difference between the scene's versions, as that version has them; all others stay as they are. */
function versionTaken(state: State, name: VersionName, now: number, scenario: Scenario): Reduced {
  const { versions } = scenario;
  if (!versions || state.imported) return refused({ id: 'actions.one-version' });
  const { files } = inVersion(scenario, name);
  const paths = Object.keys({ ...versions.bad.files, ...versions.good.files });
  const context = paths.reduce((root, path) => {
    const spec = files[path];
    return spec ? put(root, path, nodeOf(path, spec, now)) : remove(root, path);
  }, state.context);
  return done({ ...state, context, now, options: versions[name].options ?? scenario.options });
}

/** All that a commit edits, as one step: it happens whole or not at all. */
function committed(state: State, { edit: label, n }: Extract<Action, { type: 'commit' }>, world: World): Reduced {
  const edit = world.scenario.edits?.find((one) => one.label === label);
  if (!edit || state.imported) return refused({ id: 'actions.no-commit', values: { name: label } });
  let after = state;
  for (const action of commitActions(edit, n)) {
    const reduced = reduce(after, action, world);
    if (!reduced.ok) return reduced;
    after = reduced.state;
  }
  return done(after);
}
