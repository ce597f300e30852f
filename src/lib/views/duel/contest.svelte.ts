/** The state of the view: the two sides as they stand in their editors, the edits they go through, and what came of it. */
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { Duel, DuelOutcome, DuelSeries, DuelSetup, DuelSide, DuelStart, DuelStarts, SideName } from '#engine/workspace/duel/index.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { Playhead } from './playhead.svelte.ts';

/** A side, and what it began with; `edited` once it is no longer that. */
export interface Corner {
  readonly start: string;
  readonly edited: boolean;
  readonly side: DuelSide;
}

/** What a side began with that is none of the beginnings of this project. */
const offered = 'offered';

/** Rest after the last key before both sides are run again, milliseconds. */
const PAUSE = 200;

const contests = new WeakMap<Workbench, Contest>();

export class Contest {
  starts: DuelStarts | undefined = $state.raw();
  left: Corner | undefined = $state.raw();
  right: Corner | undefined = $state.raw();
  series: DuelSeries = $state.raw({ kind: 'scene', rounds: 10 });
  outcome: DuelOutcome | undefined = $state.raw();
  findings: Readonly<Record<SideName, readonly Diagnostic[]>> = $state.raw({ left: [], right: [] });
  /** The sides have changed since the outcome was worked out. */
  pending = $state(false);
  readonly playhead = new Playhead();

  readonly #bench: Workbench;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #project: number | undefined;
  /** The sides that came in a link, for the project that is open. */
  #offered: DuelSetup | undefined;
  #turn = 0;

  private constructor(bench: Workbench) {
    this.#bench = bench;
  }

  /** The one contest of a workbench: it is as it was when the view is looked at again. */
  static of(bench: Workbench): Contest {
    const contest = contests.get(bench) ?? new Contest(bench);
    contests.set(bench, contest);
    return contest;
  }

  /** What can be run again by anybody: plain JSON. */
  get setup(): DuelSetup | undefined {
    return this.left && this.right && { left: this.left.side, right: this.right.side, series: this.series };
  }

  /** Two sides from elsewhere, in the place of those that the scene would begin with. */
  offer(setup: DuelSetup): void {
    this.#offered = setup;
    this.#project = undefined;
    if (this.starts) void this.refresh();
  }

  /** The workspace has changed, or is looked at for the first time. Sides that were not edited here follow it. */
  async refresh(): Promise<void> {
    const starts = await this.#bench.ask('duelStarts', {});
    if (!starts) return;
    const project = this.#bench.project;
    if (project !== this.#project || !this.left || !this.right) {
      this.#project = project;
      const [left, right] = opponents(starts.starts);
      const { left: ownLeft, right: ownRight, series } = this.#offered ?? {};
      this.#offered = undefined;
      this.left = ownLeft ? cornerOf({ id: offered, side: ownLeft }) : cornerOf(left);
      this.right = ownRight ? cornerOf({ id: offered, side: ownRight }) : cornerOf(right);
      this.series = series ?? seriesFor(starts);
    } else {
      this.left = followed(this.left, starts.starts);
      this.right = followed(this.right, starts.starts);
    }
    this.starts = starts;
    await this.#run();
  }

  /** A side begins anew. */
  begin(name: SideName, id: string): void {
    const start = this.starts?.starts.find((each) => each.id === id);
    if (!start) return;
    this[name] = cornerOf(start);
    this.#soon(0);
  }

  /** A text of a side was typed. */
  type(name: SideName, path: string, text: string): void {
    const corner = this[name];
    if (!corner || corner.side.files[path]?.text === text) return;
    const files = { ...corner.side.files, [path]: path !== this.starts?.dockerfile && text === '' ? null : { ...corner.side.files[path], text } };
    this[name] = { ...corner, edited: true, side: { ...corner.side, files } };
    this.#soon(PAUSE);
  }

  edit(series: DuelSeries): void {
    this.series = series;
    this.#soon(series.kind === 'files' ? PAUSE : 0);
  }

  /** Makes a side's files the project's. */
  async apply(name: SideName): Promise<void> {
    const corner = this[name];
    if (!corner) return;
    for (const [path, spec] of Object.entries(corner.side.files)) {
      if (spec?.text !== undefined) await this.#bench.do({ type: 'write', path, text: spec.text });
      else if (spec === null && this.#bench.snapshot.files.some((entry) => entry.path === path)) await this.#bench.do({ type: 'delete', path });
    }
    if (corner.side.options) await this.#bench.do({ type: 'options', options: corner.side.options });
  }

  #soon(pause: number): void {
    this.pending = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    const { setup } = this;
    if (!setup) return;
    this.pending = true;
    const turn = ++this.#turn;
    const duel: Duel | undefined = await this.#bench.ask('duel', { setup });
    if (turn !== this.#turn) return;
    this.pending = false;
    if (!duel) return;
    this.findings = duel.findings;
    this.outcome = duel.outcome;
    this.playhead.load(duel.outcome);
  }
}

const cornerOf = ({ id, side }: Pick<DuelStart, 'id' | 'side'>): Corner => ({ start: id, edited: false, side });

/** A side that was not edited here is as its start is now; one whose start is gone stays as it is. */
function followed(corner: Corner, starts: readonly DuelStart[]): Corner {
  const start = starts.find(({ id }) => id === corner.start);
  if (!start) return { ...corner, edited: true };
  return corner.edited ? corner : cornerOf(start);
}

/** Who meets whom at first: the scene's two; else the project and the advice that saves the most; else the project and itself. */
function opponents(starts: readonly DuelStart[]): readonly [DuelStart, DuelStart] {
  const find = (id: string) => starts.find((start) => start.id === id);
  const [bad, good, now] = [find('bad'), find('good'), find('now')!];
  if (bad && good) return [bad, good];
  const saves = ({ from }: DuelStart) => (from.kind === 'advice' ? (from.saves ?? 0) : 0);
  const best = starts.reduce((most, start) => (saves(start) > saves(most) ? start : most), now);
  return [now, best];
}

function seriesFor({ series, paths }: DuelStarts): DuelSeries {
  if (series.scene) return { kind: 'scene', rounds: 10 };
  if (series.log) return { kind: 'log' };
  return { kind: 'files', rounds: 10, files: paths.slice(0, 1).map((path) => ({ path, weight: 1 })) };
}
