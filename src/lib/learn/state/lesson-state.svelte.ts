/** A lesson being taken: which workspace is on the bench, whether the bench follows the text, and what is under way in exercises and predictions. */
import { SvelteMap } from 'svelte/reactivity';
import type { Exercise } from '#engine/exercise/exercise.ts';
import type { Judgement } from '#engine/exercise/judgement.ts';
import { stepsOf } from '#engine/exercise/steps.ts';
import { rootNode } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { Block } from '#lib/lessons/lesson.ts';
import { progress } from '#lib/progress/store.svelte.ts';
import { earns } from '#lib/progress/xp.ts';
import { t } from '#messages/index.ts';
import type { LessonAnswers, LessonPageData, LessonWork } from '../data/page-data.ts';
import { Attempt } from '../exercise/attempt.svelte.ts';
import { Question } from '../text/question.svelte.ts';
import { scenePlace, slugOf, type Place } from './place.ts';
import { beginningOf, Session, type Arrived } from './session.svelte.ts';
import { fileOf, happen } from './world.ts';

/** What a teacher's link leaves of the help: everything, hints without solutions, nothing. */
export type Help = 'all' | 'hints' | 'none';

/** On a phone: what is on the screen. */
export type Pane = 'text' | 'bench' | 'exercise';

export type Look = Extract<Block, { kind: 'look' }>;

/** Where the rest of the page comes from. */
export interface Fetch {
  readonly work: () => Promise<LessonWork>;
  readonly answers: () => Promise<LessonAnswers>;
}

/** Engines that are kept alive; who was looked at longest ago goes first. */
const ENGINES = 3;

export class LessonState {
  readonly data: LessonPageData;
  work: LessonWork | undefined = $state.raw();
  answers: LessonAnswers | undefined = $state.raw();
  /** The work of the page could not be fetched. */
  missing = $state(false);
  session: Session = $state.raw()!;
  /** The bench shows what the text is about. */
  following = $state(true);
  help: Help = $state('all');
  pane: Pane = $state('text');
  /** Where the bench has room for one part only: which of the two is unfolded. */
  turned: 'editor' | 'views' = $state('views');
  /** One sentence for who listens. */
  announcement = $state('');
  /** The exercise in the column beside the bench. */
  exercise: string | undefined = $state();
  readonly attempts = new SvelteMap<string, Attempt>();
  readonly questions = new SvelteMap<string, Question>();

  readonly scene: Session;
  readonly attempt = $derived.by(() => (this.exercise === undefined ? undefined : this.attempts.get(this.exercise)));
  /** A prediction is on the bench and not answered: what the text offers waits. */
  readonly predicting = $derived.by(() => [...this.questions.values()].some(({ session, preparing, phase }) => session === this.session && (preparing || phase === 'guessing' || phase === 'building')));
  /** What came in the address, for the workspace of that name, until it is on the bench. */
  #arrived: (Arrived & { readonly slug: string }) | undefined;
  /** Sessions, the one that was looked at last at the end. */
  #sessions: readonly Session[] = [];
  readonly #fetch: Fetch;

  constructor(data: LessonPageData, fetch: Fetch) {
    this.data = data;
    this.#fetch = fetch;
    this.scene = new Session(scenePlace, data.scene);
    this.session = this.scene;
    this.#sessions = [this.scene];
  }

  get slug(): string {
    return this.data.lesson.slug;
  }

  /** Brings the page to life, with what came in its address; gives what ends it. */
  open(arrived?: Arrived & { readonly slug: string }): () => void {
    this.#arrived = arrived;
    void this.load();
    return () => this.#sessions.forEach((session) => session.close());
  }

  async load(): Promise<void> {
    this.missing = false;
    try {
      const work = await this.#fetch.work();
      this.work = work;
      const own = named(work.scene, this.slug, scenePlace);
      this.scene.open(own, this.#arrivedFor(own));
      const exercise = work.exercises.find(({ id }) => this.#arrived?.slug === slugOf(this.slug, { kind: 'exercise', id }));
      if (exercise) this.toExercise(exercise.id);
      progress.opened(this.slug);
    } catch {
      this.missing = true;
    }
  }

  /** Puts the lesson's own scene on the bench. */
  toScene(): void {
    this.#look(this.scene);
  }

  /** Puts an exercise on the bench, as its reader left it. */
  toExercise(id: string): void {
    const exercise = this.work?.exercises.find((one) => one.id === id);
    if (!exercise) return;
    let attempt = this.attempts.get(id);
    if (!attempt || !this.#sessions.includes(attempt.session)) {
      attempt = new Attempt(this.slug, exercise, this.#begin({ kind: 'exercise', id }, exercise.start), (judgement) => this.#say(exercise, judgement));
      this.attempts.set(id, attempt);
    }
    this.exercise = id;
    this.#look(attempt.session);
    if (this.help !== 'none' && !this.answers) void this.#fetch.answers().then((answers) => (this.answers = answers));
  }

  /** Begins a prediction anew, on a scene of its own. */
  toPrediction(id: string): void {
    const prediction = this.work?.predictions.find((one) => one.id === id);
    if (!prediction || !this.work) return;
    const before = this.questions.get(id);
    if (before) this.#end(before.session);
    const question = new Question(this.slug, prediction, this.#begin({ kind: 'prediction', id }, prediction.start ?? this.work.scene));
    this.questions.set(id, question);
    this.#look(question.session);
    void question.begin();
  }

  /** Gives up a prediction without an answer. */
  stopPrediction(id: string): void {
    const question = this.questions.get(id);
    if (!question) return;
    question.session.parts.prediction.stop();
    this.questions.delete(id);
    this.toScene();
    this.#end(question.session);
  }

  /** Selects a step of a workspace and shows it, where that workspace is still there. */
  showStep(session: Session, step: string): void {
    if (!this.#sessions.includes(session)) return;
    this.#look(session);
    session.view = 'graph';
    session.bench.select(step);
  }

  /** The bench shows what a place of the text is about. */
  async show({ file, view, step }: Look): Promise<void> {
    const { session } = this;
    this.turned = file !== undefined && view === undefined && step === undefined ? 'editor' : 'views';
    if (file !== undefined) await session.show(file);
    if (view !== undefined) session.view = view;
    if (step === undefined) return;
    const record = session.parts.record;
    const [found] = record ? stepsOf(record, step) : [];
    if (!found) return;
    if (view === undefined && session.view !== 'why') session.view = 'graph';
    session.bench.select(found.id);
  }

  /** Makes the edits that the text offers, in the lesson's scene. */
  async make({ edits, build }: Extract<Block, { kind: 'edit' }>): Promise<void> {
    if (this.predicting) return;
    this.toScene();
    this.turned = 'views';
    const { scene } = this;
    const path = edits.map(fileOf).findLast((one) => one !== undefined);
    const problem = await happen(scene.bench, edits, 'played');
    if (problem !== undefined) return;
    if (path !== undefined && scene.bench.snapshot.files.some((entry) => entry.path === path && entry.text)) await scene.show(path);
    scene.view = edits.some(({ command }) => command !== undefined) && !build ? 'terminal' : 'graph';
    if (build) await scene.bench.build();
  }

  /** Types a line that the text offers into the terminal of the lesson's scene: it neither solves an exercise nor answers a prediction. */
  async run(line: string): Promise<void> {
    if (this.predicting) return;
    this.toScene();
    this.turned = 'views';
    this.scene.view = 'terminal';
    await this.scene.ready();
    await this.scene.bench.command(line);
  }

  /** Everything on the bench as it was at the start; it can be redone. */
  async restart(): Promise<void> {
    const attempt = [...this.attempts.values()].find(({ session }) => session === this.session);
    if (attempt) await attempt.restart();
    else await this.session.bench.rewind(rootNode);
  }

  /** The teacher's link withholds solutions, or hints too. */
  readonly hints = $derived.by(() => this.help !== 'none');
  readonly solutions = $derived.by(() => this.help === 'all');

  #say({ id, title }: Exercise, { checks, passed }: Judgement): void {
    const xp = earns(progress.exercise(this.slug, id)) ? (this.data.tasks.find((task) => task.id === id)?.xp ?? 0) : 0;
    this.announcement = passed ? t('learn.said-passed', { title, xp }) : t('learn.said-checks', { held: checks.filter(({ state }) => state === 'passed').length, of: checks.length });
  }

  #begin(place: Place, scenario: Scenario): Session {
    const own = named(scenario, this.slug, place);
    const session = new Session(place, beginningOf(own));
    session.open(own, this.#arrivedFor(own));
    return session;
  }

  #arrivedFor({ slug }: Scenario): Arrived | undefined {
    return this.#arrived?.slug === slug ? this.#arrived : undefined;
  }

  #look(session: Session): void {
    this.session = session;
    this.#sessions = [...this.#sessions.filter((one) => one !== session), session];
    const rest = this.#sessions.filter((one) => one !== this.scene && one !== session);
    for (const old of rest.slice(0, Math.max(0, rest.length + 2 - ENGINES))) this.#end(old);
  }

  #end(session: Session): void {
    session.close();
    this.#sessions = this.#sessions.filter((one) => one !== session);
    for (const [id, attempt] of this.attempts) if (attempt.session === session) this.attempts.delete(id);
    for (const [id, question] of this.questions) if (question.session === session && question.answers === undefined) this.questions.delete(id);
  }
}

/** The scenario under the name that its work is kept by. */
const named = (scenario: Scenario, lesson: string, place: Place): Scenario => ({ ...scenario, slug: slugOf(lesson, place) });
