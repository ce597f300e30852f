/** Predicting at the workbench: what starts it, what its build says, and what may be shown meanwhile. */
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import type { Playback } from '#lib/views/graph/index.ts';
import { t } from '#messages/index.ts';
import { Predict } from './predict.svelte.ts';
import type { TallyStore } from './tally.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';

interface Stage {
  /** The playhead, once it is there. */
  readonly playback: () => Playback | undefined;
  readonly go: (view: string) => void;
}

/** Animation frames in which a playback that was asked for begins. */
const FRAMES_TO_BEGIN = 12;

export class PredictionMode {
  readonly predict = new Predict();
  /** The score; absent until it is loaded. */
  tally: TallyStore | undefined = $state.raw();

  readonly #bench: Workbench;
  readonly #stage: Stage;
  #said = $state('');
  /** The page's own sentence when ours was said: whatever comes after it is news. */
  #before = $state('');
  /** Builds that were there when the prediction began, and the dry run that it is about. */
  #builds = $state(0);
  #asked: Snapshot['prediction'];
  #skipped = false;

  constructor(bench: Workbench, stage: Stage) {
    this.#bench = bench;
    this.#stage = stage;
  }

  /** What the live region says: nothing of an outcome while it is hidden. */
  get announcement(): string {
    const { phase, veiled } = this.predict;
    return veiled || (phase === 'revealed' && this.#bench.announcement === this.#before) ? this.#said : this.#bench.announcement;
  }

  /** The snapshot without the build that is still a question. */
  get snapshot(): Snapshot {
    const { snapshot } = this.#bench;
    if (this.predict.phase !== 'building') return snapshot;
    return { ...snapshot, builds: snapshot.builds.filter(({ number }) => number <= this.#builds) };
  }

  /** Loads the score and follows the other tabs; gives what ends that. */
  open(): () => void {
    let close = () => {};
    let ended = false;
    void import('./tally.svelte.ts').then(({ TallyStore }) => {
      if (ended) return;
      this.tally = new TallyStore();
      close = this.tally.open();
    });
    return () => {
      ended = true;
      close();
    };
  }

  get canStart(): boolean {
    const { ready, building, snapshot } = this.#bench;
    return ready && !building && (snapshot.prediction?.steps.length ?? 0) > 0;
  }

  /** `only`: ids of the steps that are asked for, in place of all. */
  start(only?: readonly string[]): void {
    const { prediction, builds } = this.#bench.snapshot;
    if (!prediction || !this.canStart) return;
    this.predict.start(prediction, only);
    this.#asked = prediction;
    this.#builds = builds.length;
    this.#say(t('predict.said-started', { n: this.predict.asked.length }));
    this.#bench.look('next');
    this.#stage.go('predict');
  }

  stop(): void {
    this.predict.stop();
  }

  /** Builds (`run`: in another way than by the button), plays it, and shows at its end what it says to the marks. */
  async build(run = () => this.#bench.build()): Promise<void> {
    if (this.predict.phase !== 'guessing') return;
    this.predict.commit();
    this.#say(t('predict.playing'));
    this.#stage.go('graph');
    await run();
    if (this.#bench.snapshot.builds.length > this.#builds) return this.#answer(this.#bench.snapshot.builds.length);
    this.predict.reopen();
    this.#say(t('predict.unmade'));
    this.#stage.go('predict');
  }

  /** After every change of the project: other steps to ask for, or a build that was made elsewhere, in the terminal. */
  follow(): void {
    const { snapshot } = this.#bench;
    if (this.predict.phase !== 'guessing' || snapshot.prediction === this.#asked) return;
    if (snapshot.builds.length > this.#builds) {
      this.predict.commit();
      void this.#answer(snapshot.builds.length);
      return;
    }
    this.#builds = snapshot.builds.length;
    this.#asked = snapshot.prediction;
    if (!snapshot.prediction) return;
    this.predict.follow(snapshot.prediction);
    this.#say(t('predict.said-edited', { left: this.predict.left }));
  }

  /** Shows the answer now, wherever the playhead is. */
  skip(): void {
    this.#skipped = true;
  }

  async #answer(build: number): Promise<void> {
    const verdicts = await this.#bench.ask('verdicts', { build, marks: this.predict.set.marks });
    await this.#played();
    if (this.predict.phase !== 'building') return;
    const outcome = this.predict.reveal(build, verdicts ?? []);
    if (outcome.of > 0) this.tally?.keep(outcome, this.#bench.snapshot.scenario.slug);
    const wrong = outcome.verdicts.find(({ right }) => right === false);
    if (wrong) this.#bench.select(wrong.step);
    this.#say(outcome.of === 0 ? t('predict.score-none') : t('predict.score', { right: outcome.right, of: outcome.of }));
    this.#stage.go('predict');
  }

  /** Until the playhead has come to the end, or there is no playing (reduced motion, no graph). */
  async #played(): Promise<void> {
    this.#skipped = false;
    const playback = this.#stage.playback();
    const under = () => playback !== undefined && (playback.playing || playback.time !== undefined);
    for (let frame = 0; frame < FRAMES_TO_BEGIN && !under(); frame++) await nextFrame();
    while (under() && !this.#skipped && this.predict.phase === 'building') await nextFrame();
  }

  #say(sentence: string): void {
    this.#said = sentence;
    this.#before = this.#bench.announcement;
  }
}

const nextFrame = () => new Promise((resume) => requestAnimationFrame(resume));
