/** The page's state: engine values as they come from the worker, and what the reader looks at. Views read it and call its methods. */
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { Advice } from '#engine/insight/advice/index.ts';
import type { Explanation } from '#engine/insight/explanation.ts';
import { stepsByName, type RadiusMatrix } from '#engine/insight/radius-matrix.ts';
import { stepToTell } from '#engine/insight/step-to-tell.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { Range } from '#engine/source/range.ts';
import type { Action } from '#engine/workspace/action.ts';
import { emptyLog, type Log, type NodeId } from '#engine/workspace/log.ts';
import type { RegistryScene } from '#engine/workspace/registry-scene.ts';
import type { FileEntry, Snapshot } from '#engine/workspace/snapshot.ts';
import { t, text as inWords } from '#messages/index.ts';
import type { EngineClient } from '#lib/worker/client.ts';
import type { BuildRef, Changed, Opened, Question, Replies, Requests } from '#lib/worker/protocol.ts';
import { buildSentence, dateSentence, editSentence } from './announce.ts';
import { keptStep, none, openable, setOf } from './first-look.ts';
import { Terminal } from './terminal.svelte.ts';

export interface Notice {
  readonly kind: 'info' | 'problem';
  readonly text: string;
  /** What can be done about it, beside closing it. */
  readonly action?: Offer;
  /** Something else that can be done. */
  readonly also?: Offer;
}

/** Something that can be done, as a button. */
export interface Offer {
  readonly label: string;
  readonly run: () => void;
}

/** Actions that change files other than through the editor. */
const reading: ReadonlySet<Action['type']> = new Set(['import', 'rename', 'delete', 'version', 'commit', 'command']);

export class Workbench {
  snapshot: Snapshot = $state.raw()!;
  /** Grows with every project that is opened or gone back to: editors of one know nothing of another. */
  project = $state(0);
  /** The build that is looked at, and its record; the dry run of the next one while there are edits to see. */
  shown: BuildRef = $state('next');
  record: BuildRecord | undefined = $state.raw();
  /** The last record that could be drawn, for the time in which the Dockerfile cannot be read. */
  lastGood: BuildRecord | undefined = $state.raw();
  /** The last real build that was looked at or made: what the log shows. */
  logged: BuildRecord | undefined = $state.raw();
  /** The build before the one in view: whose keys its own are set against. */
  before: BuildRecord | undefined = $state.raw();
  selected: string | undefined = $state();
  explanation: Explanation | undefined = $state.raw();
  /** The context file that is open beside the Dockerfile. */
  open: string | undefined = $state();
  /** The place in a file that was last gone to. */
  jumped: { readonly path: string; readonly range: Range } | undefined = $state.raw();
  texts: Readonly<Record<string, string>> = $state.raw({});
  /** Texts as the last build had them, of the files that are shown. */
  built: Readonly<Record<string, string>> = $state.raw({});
  /** What an edit of each file would do; absent until it was worked out once. */
  radius: RadiusMatrix | undefined = $state.raw();
  /** Ids of the steps that an edit of each file would run again. */
  radii: ReadonlyMap<string, readonly string[]> = $derived(this.radius ? stepsByName(this.radius, 'files') : none);
  /** The file that the pointer or the focus is on: its blast radius is lit. */
  pointed: string | undefined = $state();
  /** What could be better; absent until it was worked out once. */
  advice: readonly Advice[] | undefined = $state.raw();
  ready = $state(false);
  /** Nothing can be typed: what is shown is somebody else's. */
  locked = $state(false);
  /** What is worked on is not the reader's own: see `beside`. */
  visiting = $state(false);
  building = $state(false);
  notice: Notice | undefined = $state.raw();
  /** One sentence for the live region. */
  announcement = $state('');
  saved: 'saving' | 'saved' | 'failed' | undefined = $state();
  /** Grows with every build that the reader started: the sign to play it. */
  played = $state(0);
  readonly terminal = new Terminal();
  /** What lies in the registries; absent while nothing was pushed. */
  registry: RegistryScene | undefined = $state.raw();

  edited: ReadonlySet<string> = $derived(setOf([...this.snapshot.files.filter((entry) => entry.change !== 'none').map((entry) => entry.path), ...this.snapshot.removed]));
  /** The edits that the build in view is about. */
  editedAt: ReadonlySet<string> = $derived(this.shown === 'next' ? this.edited : setOf(this.snapshot.builds[this.shown - 1]?.edited ?? []));
  files: readonly FileEntry[] = $derived(this.snapshot.files.map((entry) => ({ ...entry, rebuilds: this.radii.get(entry.path) ?? entry.rebuilds })));

  #client: EngineClient | undefined;
  /** The step that the reader picked, as opposed to the one that was offered. */
  #picked: string | undefined;
  #explained = 0;
  #radiiTimer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  /** Texts that the engine has not been told yet. */
  #typed: Record<string, string> = {};

  /** Whether the blast radius and the advice are worked out while the reader pauses. */
  readonly #ahead: boolean;

  constructor(snapshot: Snapshot, record: BuildRecord | undefined, texts: Readonly<Record<string, string>>, ahead = true) {
    this.#ahead = ahead;
    this.snapshot = snapshot;
    this.record = record;
    this.lastGood = record;
    this.texts = texts;
    this.open = openable(snapshot);
    this.selected = stepToTell(record);
  }

  /** Takes over the worker once it is there, and replays what was saved; also in the place of another one that has ended. */
  async connect(client: EngineClient, log: Log = emptyLog(this.snapshot.scenario.slug), open?: string): Promise<void> {
    const before = this.#client;
    this.#client = client;
    if (before) {
      this.ready = false;
      this.building = false;
      this.#typed = {};
      // What was asked of the one that has ended is never answered: nothing may wait behind it.
      this.#queue = Promise.resolve();
      clearTimeout(this.#radiiTimer);
    }
    this.#accept(await client.open(log));
    if (before) this.#forget();
    if (open !== undefined && this.snapshot.files.some((entry) => entry.path === open && entry.text)) this.open = open;
    await this.#reloadTexts();
    await this.#reloadTerminal();
    this.ready = true;
    this.shown = 'next';
    await this.#load();
  }

  /** Text typed in the editor: shown at once, sent to the engine in order. */
  type(path: string, text: string): void {
    this.texts = { ...this.texts, [path]: text };
    const waiting = path in this.#typed;
    this.#typed[path] = text;
    if (!waiting) void this.#enqueue(() => this.#flush(path));
  }

  /** All that was done; absent before the engine is there. */
  get log(): Log | undefined {
    return this.#client?.log;
  }

  /** Works on another log of the same scene from now on, without touching what the reader did; what it gives leads back there. Undefined where no engine is. */
  async beside(log: Log): Promise<(() => Promise<void>) | undefined> {
    const own = this.#client;
    if (!own || this.visiting) return undefined;
    const { open, shown } = this;
    const other = own.beside(log);
    await this.#turnTo(other, true);
    return async () => {
      await this.#turnTo(own, false);
      other.close();
      if (open !== undefined) await this.openFile(open);
      if (shown !== 'next') this.look(shown);
    };
  }

  #turnTo(to: EngineClient, beside: boolean): Promise<void | undefined> {
    return this.#enqueue(async () => {
      this.#client = to;
      this.visiting = beside;
      this.#accept(await to.open());
      this.#forget();
      this.terminal.keep(0);
      await this.#reloadTexts();
      await this.#reloadTerminal();
      this.shown = 'next';
      await this.#load(true);
    });
  }

  /** What was typed and not sent yet; nothing where it is no part of the reader's own work. */
  get unsent(): readonly Action[] {
    return this.visiting ? [] : Object.entries(this.#typed).map(([path, text]) => ({ type: 'write', path, text }));
  }

  /** Sends the latest text of a file: what was typed while the engine was busy goes as one edit. */
  async #flush(path: string): Promise<void> {
    const text = this.#typed[path];
    delete this.#typed[path];
    if (text !== undefined) await this.#act({ type: 'write', path, text });
  }

  /** Does an action; gives a sentence where it cannot be done. */
  do(action: Action): Promise<string | undefined> {
    return this.#enqueue(async () => {
      const problem = await this.#act(action);
      // Not typed in an editor, so no editor has it yet.
      if (problem === undefined && action.type === 'write' && action.path in this.texts) this.texts = { ...this.texts, [action.path]: action.text };
      return problem;
    });
  }

  async #act(action: Action): Promise<string | undefined> {
    const changed = await this.#client?.dispatch(action);
    if (!changed) return undefined;
    this.#take(changed);
    if (!changed.ok) return inWords(changed.message);
    if (action.type === 'import') this.#forget();
    if (reading.has(action.type)) await this.#reloadTexts();
    if (action.type === 'build') {
      for (const path of this.#shownPaths()) await this.#readBuilt(path);
      return undefined;
    }
    this.shown = 'next';
    await this.#load();
    this.announcement = editSentence(this.record, this.snapshot);
    return undefined;
  }

  /** Does what a scene offers to try, and opens the file that it is about. */
  async tryOut(action: Action): Promise<void> {
    const problem = await this.do(action);
    if (problem === undefined && 'path' in action) await this.openFile(action.path);
  }

  /** Makes the change that a piece of advice proposes. */
  async apply({ edit }: Advice): Promise<void> {
    if (!edit) return;
    const path = edit.file ?? this.snapshot.dockerfile;
    await this.#enqueue(async (client) => {
      const text = (await client.ask('read', { path, at: 'now' })) ?? '';
      const changed = text.slice(0, edit.range.from) + edit.replacement + text.slice(edit.range.to);
      this.texts = { ...this.texts, [path]: changed };
      await this.#act({ type: 'write', path, text: changed });
      this.announcement = t('advice.applied', { file: path });
    });
  }

  /** Makes one of the scene's commits; its number tells it from those before it. */
  async commit(edit: string): Promise<void> {
    const problem = await this.do({ type: 'commit', edit, n: this.snapshot.revision + 1 });
    const [path] = this.edited;
    if (problem === undefined && path !== undefined) await this.openFile(path);
  }

  /** Lets days go by. */
  async pass(days: number): Promise<void> {
    await this.do({ type: 'wait', duration: days * 86_400_000 });
    this.notice = { kind: 'info', text: dateSentence(this.snapshot.now) };
  }

  async create(path: string, type: 'file' | 'dir'): Promise<void> {
    const problem = await this.do(type === 'dir' ? { type: 'mkdir', path } : { type: 'write', path, text: '' });
    if (problem === undefined && type === 'file') await this.openFile(path);
  }

  /** Runs a line of the terminal; `interrupted`: the line that plays, stopped at this virtual millisecond. */
  async command(line: string, interrupted?: number): Promise<void> {
    await this.#enqueue(async (client) => {
      const before = this.snapshot.prediction?.context?.digest;
      const changed = await client.dispatch({ type: 'command', line, ...(interrupted !== undefined && { interrupted }) });
      this.#take(changed);
      if (!changed.ok) return;
      const { entries } = this.snapshot.terminal;
      const added = await client.ask('terminal', { from: entries - 1 });
      const entry = added.at(-1);
      // A build that was stopped is at its end already.
      if (entry?.build !== undefined && interrupted === undefined) this.terminal.hold();
      this.terminal.keep(entries, added);
      await this.#reloadTexts();
      if (entry?.messages) this.registry = await client.ask('registry', {});
      if (entry?.build !== undefined) await this.#watch(entry.build, interrupted === undefined);
      else if (before !== this.snapshot.prediction?.context?.digest) {
        this.shown = 'next';
        await this.#load();
      }
      if (entry?.build === undefined && interrupted === undefined) this.terminal.play();
      if (entry?.opens !== undefined) this.open = entry.opens;
    });
    await this.#enqueue(() => this.#readText(this.open ?? this.snapshot.dockerfile));
  }

  /** What Tab offers. */
  async complete(line: string, cursor: number): Promise<Replies['complete']> {
    return (await this.#enqueue((client) => client.ask('complete', { line, cursor }))) ?? { from: cursor, to: cursor, candidates: [] };
  }

  /** Changes what stands around the project, as no action of its own can; a sentence where it cannot be done. */
  async around(edit: WorldEdit): Promise<string | undefined> {
    return this.#enqueue(async (client) => {
      const changed = await client.ask('around', { edit });
      this.#take(changed);
      if (!changed.ok) return inWords(changed.message);
      this.shown = 'next';
      await this.#load();
      return undefined;
    });
  }

  /** Looks at another repository. */
  async visit(repository: string): Promise<void> {
    await this.#enqueue(async (client) => {
      this.registry = await client.ask('registry', { repository });
    });
  }

  /** Asks the engine about something, in its turn; undefined where it cannot say. */
  ask<K extends Question>(kind: K, body: Requests[K]): Promise<Replies[K] | undefined> {
    return this.#enqueue((client) => client.ask(kind, body));
  }

  async build(): Promise<void> {
    this.building = true;
    const problem = await this.do({ type: 'build' });
    if (problem === undefined) {
      await this.#enqueue(() => this.#watch(this.snapshot.builds.length));
    }
    this.building = false;
  }

  /** Takes the record of a real build into the history and plays it; a sentence where the text is none. */
  async replayRecorded(text: string): Promise<string | undefined> {
    return this.#enqueue(async (client) => {
      const changed = await client.dispatch({ type: 'recorded', text });
      if (!changed.ok) return inWords(changed.message);
      this.snapshot = changed.snapshot;
      await this.#watch(this.snapshot.builds.length);
      return undefined;
    });
  }

  /** Shows a build that has just run, and plays it. */
  async #watch(build: number, plays = true): Promise<void> {
    this.shown = build;
    await this.#load();
    if (plays) this.played++;
    if (this.record) this.announcement = buildSentence(this.record, this.snapshot, await this.#reasonOf(this.record));
  }

  /** Why the step came out as it did that a build is told by; undefined where all was cached. */
  async #reasonOf(record: BuildRecord): Promise<Explanation | undefined> {
    const step = stepToTell(record);
    return step === undefined ? undefined : this.#client?.ask('explain', { build: record.number, step });
  }

  undo = (): Promise<void> => this.#step((client) => client.undo());
  redo = (): Promise<void> => this.#step((client) => client.redo());
  /** Goes to any action of the history: everything is as it was there, and nothing is lost. */
  rewind = (node: NodeId): Promise<void> => this.#step((client) => client.rewind(node));

  /** Looks at a build of the history, or at what the next one would do. */
  look(build: BuildRef): void {
    this.shown = build;
    void this.#enqueue(() => this.#load());
  }

  select(step: string | undefined): void {
    this.selected = this.#picked = step;
    void this.#enqueue(() => this.#explain());
  }

  /** Opens the file that a finding is about, at its place. */
  async jump({ file = this.snapshot.dockerfile, range }: Pick<Diagnostic, 'file' | 'range'>): Promise<void> {
    await this.openFile(file);
    this.jumped = { path: file, range };
  }

  async openFile(path: string): Promise<void> {
    if (path !== this.snapshot.dockerfile) this.open = path;
    await this.#enqueue(() => this.#readText(path));
  }

  dismiss(): void {
    this.notice = undefined;
  }

  async #step(change: (client: EngineClient) => Promise<Changed>): Promise<void> {
    await this.#enqueue(async (client) => {
      const { title } = this.snapshot.scenario;
      this.#take(await change(client));
      if (title !== this.snapshot.scenario.title) this.#forget();
      // The builds may be those of another project now, under the same numbers.
      this.built = {};
      await this.#reloadTexts();
      await this.#reloadTerminal();
      this.shown = 'next';
      await this.#load(true);
      this.announcement = editSentence(this.record, this.snapshot);
    });
  }

  /** One thing after the other: what was typed first is done first. */
  #enqueue<T>(work: (client: EngineClient) => Promise<T>): Promise<T | undefined> {
    const run = this.#queue.then(async () => {
      const client = this.#client;
      if (!client) return undefined;
      try {
        return await work(client);
      } catch (error) {
        if (client !== this.#client) return undefined;
        this.notice = { kind: 'problem', text: error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error) };
        return undefined;
      }
    });
    this.#queue = run;
    return run;
  }

  /** After a change of the log that is not its end: what was typed up to here, and what lies in the registries. */
  async #reloadTerminal(): Promise<void> {
    this.terminal.stop();
    const { entries } = this.snapshot.terminal;
    this.terminal.keep(Math.min(entries, this.terminal.entries.length));
    const known = this.terminal.entries.length;
    if (known < entries) this.terminal.keep(entries, (await this.#client?.ask('terminal', { from: known })) ?? []);
    this.registry = await this.#client?.ask('registry', {});
  }

  /** Another project was opened: nothing of what was looked at is in it. */
  #forget(): void {
    this.project++;
    this.open = undefined;
    this.lastGood = undefined;
    this.#picked = undefined;
    this.built = {};
    this.radius = undefined;
    this.pointed = undefined;
  }

  #accept({ snapshot, refused }: Opened): void {
    this.snapshot = snapshot;
    if (refused[0]) this.notice = { kind: 'problem', text: t('actions.not-again', { n: refused.length, reason: refused[0] }) };
  }

  #take(changed: Changed): void {
    if (changed.ok) this.snapshot = changed.snapshot;
    else this.notice = { kind: 'problem', text: inWords(changed.message) };
  }

  /** Reads what is looked at; `anew`: builds too that have the numbers of those that were read. */
  async #load(anew = false): Promise<void> {
    const record = this.shown === 'next' ? this.snapshot.prediction : await this.#client?.ask('record', { build: this.shown });
    this.record = record;
    if (record && record.steps.length > 0) this.lastGood = record;
    const last = this.snapshot.builds.length;
    const earlier = this.shown === 'next' ? last : this.shown - 1;
    this.before = earlier < 1 ? undefined : await this.#client?.ask('record', { build: earlier });
    if (record && !record.predicted) this.logged = record;
    else if (anew || this.logged?.number !== last) this.logged = last === 0 ? undefined : await this.#client?.ask('record', { build: last });
    this.selected = keptStep(record, this.#picked) ?? stepToTell(record);
    await this.#explain();
    this.#askRadii();
  }

  async #explain(): Promise<void> {
    const turn = ++this.#explained;
    const step = this.selected;
    const explanation = step === undefined || !this.record ? undefined : await this.#client?.ask('explain', { build: this.shown, step });
    if (turn === this.#explained) this.explanation = explanation;
  }

  /** The blast radius takes up to a few hundred dry runs: asked for when the reader pauses. */
  #askRadii(): void {
    clearTimeout(this.#radiiTimer);
    if (!this.#ahead) return;
    this.#radiiTimer = setTimeout(() => {
      void this.#enqueue(async (client) => {
        this.radius = await client.ask('radius', {});
      });
      void this.#enqueue(async (client) => {
        this.advice = await client.ask('advice', {});
      });
    }, 600);
  }

  async #readText(path: string): Promise<void> {
    const text = await this.#client?.ask('read', { path, at: 'now' });
    if (text !== undefined && text !== this.texts[path]) this.texts = { ...this.texts, [path]: text };
    await this.#readBuilt(path);
  }

  async #readBuilt(path: string): Promise<void> {
    const text = await this.#client?.ask('read', { path, at: 'built' });
    if (text !== undefined && text !== this.built[path]) this.built = { ...this.built, [path]: text };
  }

  /** The files in the editors. */
  #shownPaths(): readonly string[] {
    const there = (path: string | undefined) => this.snapshot.files.some((entry) => entry.path === path && entry.text);
    return [this.snapshot.dockerfile, this.open].filter((path) => path !== undefined && there(path)) as string[];
  }

  /** Reads again what is shown, after a change that came from outside the editor. */
  async #reloadTexts(): Promise<void> {
    if (!this.snapshot.files.some((entry) => entry.path === this.open && entry.text)) this.open = openable(this.snapshot);
    const texts: Record<string, string> = {};
    for (const path of this.#shownPaths()) {
      const text = await this.#client?.ask('read', { path, at: 'now' });
      if (text !== undefined) texts[path] = text;
      await this.#readBuilt(path);
    }
    this.texts = texts;
  }
}
