/** One workspace of a lesson with its workbench, its engine and what stands around it. It begins when it is first looked at. */
import { emptyLog, type Log } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import { Workbench } from '#lib/state/workbench.svelte.ts';
import { BenchParts } from '#lib/workbench/bench-parts.svelte.ts';
import { unopened, type Place } from './place.ts';
import { Trial } from './trial.svelte.ts';

/** What is known of a workspace before its engine answers. */
export interface Beginning {
  readonly snapshot: Snapshot;
  readonly texts: Readonly<Record<string, string>>;
  readonly log: string;
  readonly picture: string;
}

/** A workspace that nobody has opened yet: its Dockerfile is all there is to see. */
export function beginningOf(scenario: Scenario): Beginning {
  const text = scenario.files[scenario.dockerfile]?.text;
  return { snapshot: unopened(scenario), texts: text === undefined ? {} : { [scenario.dockerfile]: text }, log: '', picture: '' };
}

/** Work that came in a link: it has a place of its own in the store, named after the link. */
export interface Arrived {
  readonly name: string;
  readonly log: Log;
  /** Called when it is on the bench. */
  readonly onready: () => void;
}

export class Session {
  readonly place: Place;
  readonly bench: Workbench;
  readonly parts: BenchParts;
  readonly beginning: Beginning;
  readonly trial = new Trial(this);
  /** The file in the editor. */
  file: string = $state('');
  /** The tab below the editor. */
  view: string = $state('graph');
  /** What is on the bench came in a link: it is not the reader’s work, and earns nothing. */
  arrived = $state(false);

  #close: (() => void) | undefined;
  #ended = false;

  constructor(place: Place, beginning: Beginning) {
    this.place = place;
    this.beginning = beginning;
    this.file = beginning.snapshot.dockerfile;
    this.bench = new Workbench(beginning.snapshot, beginning.snapshot.prediction, beginning.texts);
    this.parts = new BenchParts(this.bench);
  }

  /** Starts the engine and loads editor and graph, once; what is done is kept, unless it is a prediction, which is begun anew each time. */
  open(scenario: Scenario, arrived?: Arrived): void {
    if (this.#close) return;
    this.arrived = arrived !== undefined;
    const unload = this.parts.load();
    let stop = () => {};
    this.#close = () => {
      unload();
      stop();
    };
    if (this.place.kind === 'prediction') void this.#connect(scenario).then((end) => this.#keep(end, (kept) => (stop = kept)));
    else void import('#lib/state/start.ts').then(({ start }) => (this.#ended ? undefined : this.#keep(start(this.bench, { scenario, ...(arrived && { apart: arrived, onready: arrived.onready }) }), (kept) => (stop = kept))));
  }

  /** Ends the engine; what was done can be opened again. */
  close(): void {
    this.#ended = true;
    this.#close?.();
  }

  /** Resolves when the engine answers. */
  async ready(): Promise<void> {
    while (!this.bench.ready && !this.#ended) await new Promise((resume) => setTimeout(resume, 20));
  }

  /** To a file in the editor. */
  async show(path: string): Promise<void> {
    await this.bench.openFile(path);
    if (path === this.bench.snapshot.dockerfile || this.bench.open === path) this.file = path;
  }

  #keep(end: () => void, set: (end: () => void) => void): void {
    set(end);
    if (this.#ended) end();
  }

  async #connect(scenario: Scenario): Promise<() => void> {
    const [{ EngineClient }, { spawnEngine }] = await Promise.all([import('#lib/worker/client.ts'), import('#lib/worker/spawn.ts')]);
    const log = emptyLog(scenario.slug);
    const client = new EngineClient({ spawn: spawnEngine, log, scenario, onrestart: (text) => (this.bench.notice = { kind: 'info', text }) });
    if (!this.#ended) await this.bench.connect(client, log);
    return () => client.close();
  }
}
