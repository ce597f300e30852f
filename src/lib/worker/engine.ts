/** The engine as a server of requests: one workspace, requests in, replies out. It keeps nothing that its client could not replay. */
import { complete, execute } from '#engine/docker/index.ts';
import { textOf, get } from '#engine/fs/index.ts';
import { explain } from '#engine/insight/explain.ts';
import { stepToTell } from '#engine/insight/step-to-tell.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { withParts } from '#engine/source/part.ts';
import { advice } from '#engine/workspace/advice.ts';
import { describe, predict } from '#engine/workspace/describe.ts';
import { earlierBuilds } from '#engine/workspace/earlier-builds.ts';
import { compareHistory, history } from '#engine/workspace/history.ts';
import { ignoreReport, withoutRule } from '#engine/workspace/ignore-report.ts';
import { imagesOf } from '#engine/workspace/images.ts';
import { actionsOf } from '#engine/workspace/log.ts';
import { radius } from '#engine/workspace/radius.ts';
import { registryScene } from '#engine/workspace/registry-scene.ts';
import { isText } from '#engine/workspace/state.ts';
import { talkOf } from '#engine/workspace/talk.ts';
import { inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, redoLast, replay, rewindTo, undoLast, type Workspace } from '#engine/workspace/workspace.ts';
import { defaultScenario, loadScenario } from '#scenarios/index.ts';
import type { BuildRef, Kind, Replies, Reply, Request, Requests } from './protocol.ts';

/** Runs one request against the workspace. */
type Handlers = { [K in Kind]: (body: Requests[K]) => Replies[K] | Promise<Replies[K]> };

/** Answers requests one after the other, in the order in which they came; never rejects. */
export type Engine = (request: Request) => Promise<Reply>;

/** An engine with nothing open. */
export function createEngine(): Engine {
  let workspace: Workspace | undefined;

  function opened(): Workspace {
    if (!workspace) throw new Error('open a log first');
    return workspace;
  }

  const handlers: Handlers = {
    async open({ log, scenario: given }) {
      const scenario = given ?? (await loadScenario(log.scenario)) ?? defaultScenario;
      const replayed = replay(inVersion(scenario, 'bad'), resolveImage, log, execute);
      workspace = replayed.workspace;
      return { snapshot: describe(workspace), refused: replayed.refused.map(({ message }) => message) };
    },
    dispatch({ action }) {
      const done = dispatch(opened(), action);
      if (!done.ok) return done;
      workspace = done.workspace;
      return { ok: true, snapshot: describe(workspace) };
    },
    undo() {
      workspace = undoLast(opened());
      return { ok: true, snapshot: describe(workspace) };
    },
    redo() {
      workspace = redoLast(opened());
      return { ok: true, snapshot: describe(workspace) };
    },
    rewind({ node }) {
      workspace = rewindTo(opened(), node);
      return { ok: true, snapshot: describe(workspace) };
    },
    history() {
      return history(opened());
    },
    compareBuilds({ from, to }) {
      return compareHistory(opened(), from, to);
    },
    record({ build }) {
      return currentState(opened()).builds[build - 1]?.record;
    },
    explain({ build, step }) {
      const result = resultOf(opened(), build);
      return result && explain(earlierBuilds(currentState(opened()), build), result, step);
    },
    read({ path, at }) {
      const { context, baseline } = currentState(opened());
      const node = get(at === 'now' ? context : baseline, path);
      return node?.type === 'file' && isText(node) ? textOf(node) : undefined;
    },
    radius() {
      return radius(opened());
    },
    xray() {
      return ignoreReport(opened());
    },
    withoutRule({ line }) {
      return withoutRule(opened(), line);
    },
    terminal({ from }) {
      return currentState(opened()).terminal.slice(from);
    },
    complete({ line, cursor }) {
      return complete(currentState(opened()), line, cursor);
    },
    images({ machine }) {
      return imagesOf(currentState(opened()), machine);
    },
    registry({ repository }) {
      return registryScene(currentState(opened()), repository);
    },
    talk() {
      const from = opened();
      const { builds, scenario } = describe(from);
      const { builds: built, terminal } = currentState(from);
      return talkOf({ title: scenario.title, builds, terminal, actions: actionsOf(from.log) }, (build) => stepToTell(built[build - 1]?.record));
    },
    prove: async () => (await proofs()).proofOf(opened()),
    advice() {
      return advice(opened());
    },
    duelStarts: async () => (await duels()).duelStarts(opened(), advice(opened())),
    duel: async ({ setup }) => (await duels()).duel(opened(), setup),
    choices: async () => (await desk()).choices(currentState(opened())),
    image: async ({ image }) => (await desk()).report(currentState(opened()), image),
    layerFolder: async ({ image, layer, folder, all }) => (await desk()).folder(currentState(opened()), image, layer, folder, all),
    layerFile: async ({ image, layer, path }) => (await desk()).file(currentState(opened()), image, layer, path),
    compare: async ({ from, to }) => (await desk()).compare(currentState(opened()), from, to),
    difference: async ({ from, to, path }) => (await desk()).difference(currentState(opened()), from, to, path),
    origin: async ({ image, layer, path }) => (await desk()).origin(opened(), image, layer, path),
    without: async ({ build, lines }) => (await desk()).without(opened(), build, lines),
    saveImage: async ({ image }) => (await desk()).save(currentState(opened()), image),
    picture: async (asked) => (await pictures()).drawn(opened(), asked),
    verdicts: async ({ build, marks }) => (await predictions()).verdicts(currentState(opened()), build, marks),
    judge: async ({ exercise }) => (await exercises()).judge(opened(), exercise),
    worldActions: async ({ edit, other }) => (await exercises()).worldActions(opened(), edit, other),
    async around({ edit }) {
      const happened = (await exercises()).happen(opened(), [edit]);
      if (!happened.ok) return { ok: false, message: happened.because };
      workspace = happened.workspace;
      return { ok: true, snapshot: describe(workspace) };
    },
    demoScenes: async () => (await predictions()).demoScenes(),
    openArchive: async ({ file }) => (await desk()).open(file),
  };

  async function answer<K extends Kind>(request: Request<K>): Promise<Reply> {
    try {
      return { id: request.id, value: await withParts(() => handlers[request.kind](request.body)) };
    } catch (error) {
      return { id: request.id, fault: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) };
    }
  }

  /** The request under way. */
  let last: Promise<unknown> = Promise.resolve();

  return (request) => {
    const reply = last.then(() => answer(request));
    last = reply;
    return reply;
  };
}

const desk = () => import('./image-desk.ts');
const pictures = () => import('./picture-desk.ts');
const proofs = () => import('#lib/prove/proof-of.ts');
const predictions = () => import('./prediction-desk.ts');
const exercises = () => import('./exercise-desk.ts');
const duels = () => import('#engine/workspace/duel/index.ts');

function resultOf(from: Workspace, build: BuildRef) {
  return build === 'next' ? predict(from) : currentState(from).builds[build - 1];
}
