/**
 * One embed: a workbench over an engine of its own, and what the page around it may ask of it. It keeps nothing anywhere: a page of
 * somebody else is no place for a reader's work.
 */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { NodeId } from '#engine/workspace/log.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import type { WorkerLike } from '#lib/worker/client.ts';
import { t, text as inWords } from '#messages/index.ts';
import { begin, type Opened } from './session-begin.ts';
import { harmlessEdit, worthEditing } from './session-edit.ts';
import { keptPromise } from './session-promise.ts';
import type { Answer, Question } from './session-question.svelte.ts';
import { Refusal } from './session-refusal.ts';
import type { Beginning } from './session-source.ts';
import { answered, stepAt, toldBuild, toldBuilds, toldStep, veiledBuild } from './session-told.ts';
import type { EventName, Events, Methods, Presentation, Source, ToldBuild, ToldStep } from './vocabulary.ts';

export interface SessionOptions {
  readonly presentation: Presentation;
  readonly spawn: (name: string) => WorkerLike;
  readonly site: string;
  readonly emit: <E extends EventName>(event: E, detail: Events[E]) => void;
}

export class EmbedSession {
  presentation: Presentation = $state.raw()!;
  /** Why nothing is shown. */
  problem: string | undefined = $state();
  /** The promise of the page around it and what came of it, where that was looked at. */
  promise: Events['expect'] | undefined = $state.raw();
  /** What the reader is asked before it is shown, where the page around wants that. */
  question: Question | undefined = $state.raw();
  /** The file that stands in the editor in place of the Dockerfile. */
  file: string | undefined = $state();
  /** Where the reader starts. */
  begun: NodeId = $state(-1);
  /** URL of the page that shows the same. */
  url = $state('');
  #opened: Opened | undefined = $state.raw();

  readonly bench: Workbench | undefined = $derived(this.#opened?.bench);
  readonly beginning: Beginning | undefined = $derived(this.#opened?.beginning);
  /** The build in view; the last one that could be drawn while the Dockerfile cannot be read. */
  readonly record: BuildRecord | undefined = $derived(this.bench?.record ?? this.bench?.lastGood);
  /** Nothing that tells an outcome may be shown or told. */
  readonly veiled: boolean = $derived(this.question?.veiled ?? false);
  /** What of the marks was right, as long as the build is in view that it was told of. */
  readonly answer: Answer | undefined = $derived(this.question?.answer);
  /** The step that is looked at. */
  readonly selected: string | undefined = $derived(this.question?.veiled ? this.question.looked : this.bench?.selected);
  readonly worth: readonly string[] = $derived(this.bench ? worthEditing(this.bench.snapshot, this.record) : []);

  readonly #options: SessionOptions;
  /** Counts what was asked to be shown: only the last of it is. */
  #turn = 0;
  #ended = false;
  /** The last switch that was pressed: the next one waits for it. */
  #turned: Promise<void> = Promise.resolve();
  #edits = 0;
  /** Files whose typed text the engine has not answered for. */
  #typed: readonly string[] = [];
  #linking: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.presentation = options.presentation;
    this.url = options.site;
  }

  /** All that the page around may ask for; rejects with sentences, which are told as `error` too. */
  readonly methods: Omit<Methods, 'destroy'> = {
    load: (source) => this.#answer(() => this.open(source)),
    getState: () => this.#answer(() => this.#state()),
    editFile: (path, text) => this.#answer(() => this.edit(path, text)),
    build: () => this.#answer(() => this.build()),
    step: (step) => this.#answer(() => this.look(step)),
    explain: (step) => this.#answer(() => this.explain(step)),
    getShareUrl: () => this.#answer(() => this.share()),
    exportSvg: (theme) => this.#answer(() => this.#svg(theme ?? 'auto')),
  };

  /** Opens a source and shows it in place of what was shown; what cannot be opened leaves that where it is. */
  async open(source: Source): Promise<ToldBuild> {
    const turn = ++this.#turn;
    try {
      const asking = await this.#asking();
      const opened = await begin(source, this.#options.spawn, this.presentation.file);
      if (turn !== this.#turn || this.#ended) {
        opened.client.close();
        throw new Refusal(t('embed.ended'));
      }
      this.#close();
      this.problem = undefined;
      this.promise = undefined;
      this.question = asking?.(opened.bench);
      this.#opened = opened;
      await this.#present(opened);
    } catch (error) {
      if (turn === this.#turn) {
        if (this.bench) this.bench.notice = { kind: 'problem', text: sentenceOf(error) };
        else this.problem = sentenceOf(error);
      }
      throw error;
    }
    const told = this.#told();
    this.#options.emit('ready', told);
    this.#keepPromise();
    this.#link();
    return told;
  }

  present(presentation: Presentation): void {
    const before = this.presentation;
    this.presentation = presentation;
    if (this.bench && presentation.step !== undefined && presentation.step !== before.step) void this.#answer(() => this.look(presentation.step!)).catch(() => undefined);
    if (this.bench && presentation.file !== before.file) void this.#answer(() => this.show(presentation.file)).catch(() => undefined);
    if (asks(presentation) !== asks(before)) void this.#answer(() => this.#askOrNot()).catch(() => undefined);
    if (String(presentation.expect) !== String(before.expect)) this.#keepPromise();
  }

  end(): void {
    this.#ended = true;
    this.#close();
  }

  /** What was typed in the editor. */
  type(path: string, text: string): void {
    const bench = this.#bench();
    bench.type(path, text);
    if (this.#typed.includes(path)) return;
    this.#typed = [...this.#typed, path];
    // Answered after the engine was told: what came of it is known then.
    void bench.ask('read', { path, at: 'now' }).then(() => {
      this.#typed = this.#typed.filter((other) => other !== path);
      if (bench === this.bench) this.#changed([path]);
    });
  }

  /** Gives a file a text, or without one edits it in some way that changes nothing but what it costs. */
  async edit(path: string, text?: string): Promise<ToldBuild> {
    const bench = this.#bench();
    if (text !== undefined && typeof text !== 'string') throw new Refusal(t('embed.no-text'));
    await this.#do(text === undefined ? await harmlessEdit(bench, String(path), ++this.#edits) : { type: 'write', path: String(path), text });
    return this.#changed([String(path)]);
  }

  /** Edits a file, or where it is edited gives it back as it was. */
  turn(path: string): Promise<void> {
    const turned = this.#turned.then(async () => {
      const bench = this.#bench();
      const before = bench.edited.has(path) ? await bench.ask('read', { path, at: 'built' }) : undefined;
      await this.#answer(() => this.edit(path, before));
    });
    return (this.#turned = turned.catch(() => undefined));
  }

  async build(): Promise<ToldBuild> {
    const bench = this.#bench();
    if (!bench.snapshot.prediction) throw new Refusal(t('embed.no-build'));
    const { length } = bench.snapshot.builds;
    const question = this.veiled ? this.question : undefined;
    const said = question?.said;
    await bench.build();
    if (bench.snapshot.builds.length === length) throw new Refusal(t('embed.failed'));
    const predicted = said && question?.reveal(said);
    const told = this.#told(bench.announcement);
    this.#options.emit('build', told);
    this.#options.emit('statement', { verb: 'completed', object: this.#name(), result: { success: !told.failed } });
    if (predicted) {
      this.#options.emit('predict', predicted);
      this.#options.emit('statement', answered(this.#name(), predicted));
    }
    this.#keepPromise();
    this.#link();
    return told;
  }

  /** Looks at a step: its id, or its number in the file. */
  async look(step: string | number): Promise<ToldStep> {
    const bench = this.#bench();
    const found = stepAt(this.record, step);
    if (!found) throw new Refusal(t('embed.no-step', { step: String(step).slice(0, 80) }));
    bench.select(found.id);
    if (this.question) this.question.looked = found.id;
    // In the workbench's turn, so that what explains the step is there.
    await bench.ask('read', { path: bench.snapshot.dockerfile, at: 'now' });
    const told = toldStep(this.record!, found, this.veiled);
    this.#options.emit('step', told);
    this.#options.emit('statement', { verb: 'interacted', object: `${this.#name()}#${found.id}` });
    this.#link();
    return told;
  }

  /** Why a step, or the one that is looked at, came out as it did. */
  async explain(step?: string): Promise<string> {
    const bench = this.#unveiled();
    const asked = step ?? bench.selected ?? '1';
    const found = stepAt(this.record, asked);
    if (!found) throw new Refusal(t('embed.no-step', { step: String(asked).slice(0, 80) }));
    const explanation = await bench.ask('explain', { build: bench.shown, step: found.id });
    if (!explanation) throw new Refusal(t('embed.no-reason', { step: found.id }));
    const says = inWords(explanation.simple);
    this.#options.emit('explain', { step: found.id, says });
    return says;
  }

  async undo(): Promise<void> {
    const bench = this.#bench();
    const action = bench.log?.nodes[bench.log.at]?.action;
    await bench.undo();
    this.#changed(action && 'path' in action ? [action.path] : []);
  }

  /** Back to where the reader started. */
  async startOver(): Promise<void> {
    const bench = this.#bench();
    const edited = [...bench.edited];
    this.question?.again();
    await bench.rewind(this.begun);
    this.#changed(edited);
  }

  /** Shows a file in the editor; the Dockerfile where none is named. */
  async show(path: string | undefined): Promise<void> {
    const bench = this.#bench();
    const other = path === bench.snapshot.dockerfile ? undefined : path;
    if (other !== undefined && !bench.snapshot.files.some((entry) => entry.path === other && entry.text)) throw new Refusal(t('embed.no-file', { path: other.slice(0, 80) }));
    if (other !== undefined) await bench.openFile(other);
    this.file = other;
  }

  /** URL of the page that shows the same, which the page around is told. */
  async share(): Promise<string> {
    const url = await this.#url();
    this.#options.emit('share', { url });
    return url;
  }

  /** Does what link and presentation ask for at first; what of it cannot be done is said, and the rest is shown. */
  async #present({ bench, beginning: { look } }: Opened): Promise<void> {
    const { step = look?.step, file = look?.file, edit } = this.presentation;
    const attempt = async (work: () => Promise<unknown>) => this.#answer(work).catch((error: unknown) => (bench.notice = { kind: 'problem', text: sentenceOf(error) }));
    if (edit !== undefined) await attempt(async () => this.#do(await harmlessEdit(bench, edit, ++this.#edits)));
    if (look?.build !== undefined && look.build <= bench.snapshot.builds.length && edit === undefined && !this.question) bench.look(look.build);
    await attempt(() => this.show(file));
    // Time that does not pass keeps what the reader writes apart from what was written before: texts of one file are one action.
    if (bench.log?.nodes[bench.log.at]?.action.type === 'write') await this.#do({ type: 'wait', duration: 0 });
    this.begun = bench.log?.at ?? -1;
    if (step !== undefined) await attempt(() => this.look(step));
  }

  /** What asks the reader, loaded where the presentation wants it: from then on the outcome of the next build is hidden. */
  async #asking(): Promise<((bench: Workbench) => Question) | undefined> {
    if (!asks(this.presentation)) return undefined;
    const { Question } = await import('./session-question.svelte.ts');
    return (bench) => new Question(bench);
  }

  /** Begins to ask about what is shown, or no longer does: the page around may always show what comes of it. */
  async #askOrNot(): Promise<void> {
    const asking = await this.#asking();
    const { bench } = this;
    this.question = asks(this.presentation) && bench ? asking?.(bench) : undefined;
    if (this.question) bench?.look('next');
    this.#keepPromise();
  }

  async #do(action: Action): Promise<void> {
    const problem = await this.#bench().do(action);
    if (problem !== undefined) throw new Refusal(problem);
  }

  #changed(paths: readonly string[]): ToldBuild {
    const prediction = this.#told();
    for (const path of paths) {
      this.#options.emit('change', { path, prediction });
      this.#options.emit('statement', { verb: 'interacted', object: this.#name() });
    }
    this.#keepPromise();
    this.#link();
    return prediction;
  }

  /** Sets the promise of the page against what is shown, as long as nothing but what it spoke of was done. */
  #keepPromise(): void {
    const { expect } = this.presentation;
    const log = this.bench?.log;
    const told = this.promise;
    // A promise that holds or does not would be an answer.
    this.promise = expect && log && !this.veiled ? keptPromise(expect, this.bench?.record, log, this.begun) : undefined;
    if (this.promise && told?.holds !== this.promise.holds) this.#options.emit('expect', this.promise);
  }

  /** The link to what is shown, made anew when the reader pauses. */
  #link(): void {
    clearTimeout(this.#linking);
    this.#linking = setTimeout(() => void this.#url().catch(() => undefined), 300);
  }

  async #url(): Promise<string> {
    const { urlOf } = await import('./session-link.ts');
    const bench = this.#bench();
    this.url = urlOf(this.#options.site, bench.log!, this.#own(), this.#looked(bench));
    return this.url;
  }

  async #state(): ReturnType<Methods['getState']> {
    const { fragmentOf } = await import('./session-link.ts');
    const bench = this.#bench();
    return { source: fragmentOf(bench.log!, this.#own(), this.#looked(bench)), shown: this.#told(), builds: await toldBuilds(bench), files: bench.snapshot.files.flatMap(({ path, type }) => (type === 'dir' ? [] : [path])) };
  }

  async #svg(theme: 'auto' | 'light' | 'dark'): Promise<string> {
    const bench = this.#unveiled();
    const { pictureOf } = await import('./session-picture.ts');
    const svg = this.record && pictureOf(bench, this.record, this.title, theme);
    if (svg === undefined) throw new Refusal(t('embed.empty'));
    return svg;
  }

  /** The name of what is shown, for people. */
  get title(): string {
    const { scenario } = this.bench?.snapshot ?? {};
    return scenario?.title || scenario?.slug || 'Dockerfile';
  }

  /** The name of what is shown, for records. */
  #name(): string {
    return this.bench?.snapshot.scenario.slug ?? '';
  }

  /** The scene that no page of Layerscope has by its name. */
  #own() {
    return this.beginning?.scenario;
  }

  #looked({ shown }: Workbench) {
    const { selected } = this;
    return { ...(selected !== undefined && { step: selected }), ...(this.file !== undefined && { file: this.file }), ...(shown !== 'next' && { build: shown }) };
  }

  #told(says?: string): ToldBuild {
    const { record, snapshot } = this.#bench();
    return this.veiled ? veiledBuild(record, snapshot) : toldBuild(record, snapshot, says);
  }

  /** Of what only an outcome can answer. */
  #unveiled(): Workbench {
    if (this.veiled) throw new Refusal(t('embed.veiled'));
    return this.#bench();
  }

  #bench(): Workbench {
    if (this.#ended) throw new Refusal(t('embed.ended'));
    if (!this.bench) throw new Refusal(this.problem ?? t('embed.empty'));
    return this.bench;
  }

  #close(): void {
    clearTimeout(this.#linking);
    this.#opened?.client.close();
    this.#opened = undefined;
  }

  /** What goes wrong becomes a sentence, told once. */
  async #answer<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const says = sentenceOf(error);
      this.#options.emit('error', { says });
      throw new Error(says, { cause: error });
    }
  }
}

/** Whether the reader is asked: with a graph to mark in, and a button to reveal. */
const asks = ({ predict, ui, view }: Presentation): boolean => predict === true && ui === 'full' && view !== 'editor';

/** Never a trace: what was not written for people gives way to a sentence that is. */
function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof Error && error.cause instanceof Refusal) return error.cause.message;
  return t('embed.failed');
}
