/** The engine as a server of requests: one workspace, requests in, replies out. It keeps nothing that its client could not replay. */
import { textOf, get } from '#engine/fs/index.ts';
import { resolveImage } from '#engine/registry/resolve-image.ts';
import { withParts } from '#engine/source/part.ts';
import { describe } from '#engine/workspace/describe.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import { isText } from '#engine/workspace/state.ts';
import { inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, redoLast, replay, rewindTo, undoLast, type Workspace } from '#engine/workspace/workspace.ts';
import { defaultScenario, loadScenario } from '#scenarios/index.ts';
import { commandLine, execute } from './command-line.ts';
import { foresee } from './foresight.ts';
import type { OpenedArchives } from './image-desk.ts';
import type { Kind, Replies, Reply, Request, Requests } from './protocol.ts';

/** Runs one request against the workspace. */
type Handlers = { [K in Kind]: (body: Requests[K]) => Replies[K] | Promise<Replies[K]> };

/** Answers requests one after the other, in the order in which they came; never rejects. */
export type Engine = (request: Request) => Promise<Reply>;

/** An engine with nothing open. */
export function createEngine(): Engine {
  let workspace: Workspace | undefined;
  /** Images of archives that were opened here: they are in no log, and gone with the engine. */
  let archives: OpenedArchives = [];

  function opened(): Workspace {
    if (!workspace) throw new Error('open a log first');
    return workspace;
  }

  /** The last thing that a request does: a part that is missing while it is described leaves everything as it was. */
  function moveTo(next: Workspace): Snapshot {
    const snapshot = describe(next);
    workspace = next;
    return snapshot;
  }

  const imagesHere = () => ({ archives, state: currentState(opened()) });

  const handlers: Handlers = {
    async open({ log, scenario: given }) {
      const [scene] = await Promise.all([given ?? loadScenario(log.scenario), foresee({ id: 0, kind: 'open', body: { log, ...(given && { scenario: given }) } })]);
      const scenario = scene ?? defaultScenario;
      const replayed = replay(inVersion(scenario, 'bad'), resolveImage, log, execute);
      return { snapshot: moveTo(replayed.workspace), refused: replayed.refused.map(({ message }) => message) };
    },
    dispatch({ action }) {
      const done = dispatch(opened(), action);
      return done.ok ? { ok: true, snapshot: moveTo(done.workspace) } : done;
    },
    undo() {
      return { ok: true, snapshot: moveTo(undoLast(opened())) };
    },
    redo() {
      return { ok: true, snapshot: moveTo(redoLast(opened())) };
    },
    rewind({ node }) {
      return { ok: true, snapshot: moveTo(rewindTo(opened(), node)) };
    },
    history: async () => (await questions()).history(opened()),
    compareBuilds: async ({ from, to }) => (await questions()).compareHistory(opened(), from, to),
    record({ build }) {
      return currentState(opened()).builds[build - 1]?.record;
    },
    explain: async ({ build, step }) => (await questions()).explained(opened(), build, step),
    read({ path, at }) {
      const { context, baseline } = currentState(opened());
      const node = get(at === 'now' ? context : baseline, path);
      return node?.type === 'file' && isText(node) ? textOf(node) : undefined;
    },
    radius: async () => (await questions()).radius(opened()),
    xray: async () => (await questions()).ignoreReport(opened()),
    withoutRule: async ({ line }) => (await questions()).withoutRule(opened(), line),
    terminal({ from }) {
      return currentState(opened()).terminal.slice(from);
    },
    complete({ line, cursor }) {
      return commandLine.value.complete(currentState(opened()), line, cursor);
    },
    images: async ({ machine }) => (await questions()).imagesOf(currentState(opened()), machine),
    registry: async ({ repository }) => (await questions()).registryScene(currentState(opened()), repository),
    talk: async () => (await questions()).talk(opened()),
    prove: async () => (await proofs()).proofOf(opened()),
    advice: async () => (await advisers()).advice(opened()),
    duelStarts: async () => (await duels()).duelStarts(opened(), (await advisers()).advice(opened())),
    duel: async ({ setup }) => (await duels()).duel(opened(), setup),
    choices: async () => (await desk()).choices(imagesHere()),
    image: async ({ image }) => (await desk()).report(imagesHere(), image),
    layerFolder: async ({ image, layer, folder, all }) => (await desk()).folder(imagesHere(), image, layer, folder, all),
    layerFile: async ({ image, layer, path }) => (await desk()).file(imagesHere(), image, layer, path),
    compare: async ({ from, to }) => (await desk()).compare(imagesHere(), from, to),
    difference: async ({ from, to, path }) => (await desk()).difference(imagesHere(), from, to, path),
    origin: async ({ image, layer, path }) => (await desk()).origin(opened(), imagesHere(), image, layer, path),
    without: async ({ build, lines }) => (await desk()).without(opened(), build, lines),
    saveImage: async ({ image }) => (await desk()).save(imagesHere(), image),
    picture: async (asked) => (await pictures()).drawn(opened(), asked),
    verdicts: async ({ build, marks }) => (await predictions()).verdicts(currentState(opened()), build, marks),
    judge: async ({ exercise }) => (await exercises()).judge(opened(), exercise),
    worldActions: async ({ edit, other }) => (await exercises()).worldActions(opened(), edit, other),
    async around({ edit }) {
      const happened = (await exercises()).happen(opened(), [edit]);
      return happened.ok ? { ok: true, snapshot: moveTo(happened.workspace) } : { ok: false, message: happened.because };
    },
    demoScenes: async () => (await predictions()).demoScenes(),
    async openArchive({ file }) {
      const read = await (await desk()).open(file, archives);
      if (!read.ok) return read;
      archives = read.archives;
      return { ok: true, image: read.image, count: read.count };
    },
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
const questions = () => import('./question-desk.ts');
const predictions = () => import('./prediction-desk.ts');
const exercises = () => import('./exercise-desk.ts');
const pictures = () => import('./picture-desk.ts');
const proofs = () => import('#lib/prove/proof-of.ts');
const duels = () => import('#engine/workspace/duel/index.ts');
const advisers = () => import('#engine/workspace/advice.ts');
