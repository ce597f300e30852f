/** The engine as a server of requests: one workspace, requests in, replies out. It keeps nothing that its client could not replay. */
import { textOf, get } from '#engine/fs/index.ts';
import { resolveImage } from '#engine/registry/resolve-image.ts';
import { Part, UnreachablePart, withParts } from '#engine/source/part.ts';
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
    history: () => questions.value.history(opened()),
    compareBuilds: ({ from, to }) => questions.value.compareHistory(opened(), from, to),
    record({ build }) {
      return currentState(opened()).builds[build - 1]?.record;
    },
    explain: ({ build, step }) => questions.value.explained(opened(), build, step),
    read({ path, at }) {
      const { context, baseline } = currentState(opened());
      const node = get(at === 'now' ? context : baseline, path);
      return node?.type === 'file' && isText(node) ? textOf(node) : undefined;
    },
    radius: () => questions.value.radius(opened()),
    xray: () => questions.value.ignoreReport(opened()),
    withoutRule: ({ line }) => questions.value.withoutRule(opened(), line),
    terminal({ from }) {
      return currentState(opened()).terminal.slice(from);
    },
    complete({ line, cursor }) {
      return commandLine.value.complete(currentState(opened()), line, cursor);
    },
    images: ({ machine }) => questions.value.imagesOf(currentState(opened()), machine),
    registry: ({ repository }) => questions.value.registryScene(currentState(opened()), repository),
    talk: () => questions.value.talk(opened()),
    prove: () => proofs.value.proofOf(opened()),
    advice: () => advisers.value.advice(opened()),
    duelStarts: () => duels.value.duelStarts(opened(), advisers.value.advice(opened())),
    duel: ({ setup }) => duels.value.duel(opened(), setup),
    choices: () => desk.value.choices(imagesHere()),
    image: ({ image }) => desk.value.report(imagesHere(), image),
    layerFolder: ({ image, layer, folder, all }) => desk.value.folder(imagesHere(), image, layer, folder, all),
    layerFile: ({ image, layer, path }) => desk.value.file(imagesHere(), image, layer, path),
    compare: ({ from, to }) => desk.value.compare(imagesHere(), from, to),
    difference: ({ from, to, path }) => desk.value.difference(imagesHere(), from, to, path),
    origin: ({ image, layer, path }) => desk.value.origin(opened(), imagesHere(), image, layer, path),
    without: ({ build, lines }) => desk.value.without(opened(), build, lines),
    saveImage: ({ image }) => desk.value.save(imagesHere(), image),
    picture: (asked) => pictures.value.drawn(opened(), asked),
    verdicts: ({ build, marks }) => predictions.value.verdicts(currentState(opened()), build, marks),
    judge: ({ exercise }) => exercises.value.judge(opened(), exercise),
    worldActions: ({ edit, other }) => exercises.value.worldActions(opened(), edit, other),
    around({ edit }) {
      const happened = exercises.value.happen(opened(), [edit]);
      return happened.ok ? { ok: true, snapshot: moveTo(happened.workspace) } : { ok: false, message: happened.because };
    },
    demoScenes: () => predictions.value.demoScenes(),
    async openArchive({ file }) {
      const read = await desk.value.open(file, archives);
      if (!read.ok) return read;
      archives = read.archives;
      return { ok: true, image: read.image, count: read.count };
    },
  };

  async function answer<K extends Kind>(request: Request<K>): Promise<Reply> {
    try {
      return { id: request.id, value: await withParts(() => handlers[request.kind](request.body)) };
    } catch (error) {
      const fault = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
      return { id: request.id, fault, ...(error instanceof UnreachablePart && { unreachable: true }) };
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

const desk = new Part('image desk', () => import('./image-desk.ts'));
const questions = new Part('question desk', () => import('./question-desk.ts'));
const predictions = new Part('prediction desk', () => import('./prediction-desk.ts'));
const exercises = new Part('exercise desk', () => import('./exercise-desk.ts'));
const pictures = new Part('picture desk', () => import('./picture-desk.ts'));
const proofs = new Part('proof', () => import('#lib/prove/proof-of.ts'));
const duels = new Part('duels', () => import('#engine/workspace/duel/index.ts'));
const advisers = new Part('advice', () => import('#engine/workspace/advice.ts'));
