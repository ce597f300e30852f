/** What an edit is worth: both versions are built, from the same cache, and the difference is taken. */
import { changedEntries, sameContent, textOf } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/node.ts';
import type { BuildResult } from '../../solver/build.ts';
import type { BuildRecord } from '../../solver/record.ts';
import type { AdviceProbe, Gain, Savings } from './advice.ts';

/** A Dockerfile and the context it is built in. */
export interface Version {
  readonly dockerfile: string;
  readonly context: DirNode;
}

export interface Measurement {
  readonly saves: Savings;
  readonly sameImage: boolean;
}

/** `failed`: the edited version does not build. `spent`: no dry runs are left. `unknown`: there is nothing to compare with. */
export type Measured = Measurement | 'failed' | 'spent' | 'unknown';

/** Builds versions for comparison, each once, until no dry runs are left. */
export class Scales {
  readonly #probe: AdviceProbe;
  readonly #source: string | undefined;
  readonly #edit: (context: DirNode) => DirNode;
  /** By context and text: an edit of the Dockerfile leaves the very same context. */
  readonly #firsts = new Map<DirNode, Map<string, BuildResult>>();
  readonly #seconds = new Map<BuildResult, BuildResult>();
  #left: number;

  /** `source` names the file that a source edit changes, `edit` changes it; both absent where there is none. */
  constructor(probe: AdviceProbe, probes: number, source: { readonly path: string; readonly edit: (context: DirNode) => DirNode } | undefined) {
    this.#probe = probe;
    this.#left = probes;
    this.#source = source?.path;
    this.#edit = source?.edit ?? ((context) => context);
  }

  /** What `after` saves over `before`. */
  compare(before: Version, after: Version, gain: Gain): Measured {
    if (gain === 'source-edit' && this.#source === undefined) return 'unknown';
    const old = this.#first(before);
    const now = old && this.#first(after);
    if (!old || !now) return 'spent';
    if (!old.record.ok) return 'unknown';
    if (!now.record.ok) return 'failed';
    const bytes = imageBytes(old.record) - imageBytes(now.record);
    const sameImage = sameFiles(imageTree(old), imageTree(now), { before: before.dockerfile, after: after.dockerfile });
    const sizes = modelledSizes(old.record) !== modelledSizes(now.record);
    if (gain === 'image') return { saves: { bytes, modelled: sizes }, sameImage };
    const oldNext = this.#second(old, before);
    const next = oldNext && this.#second(now, after);
    if (!oldNext || !next) return 'spent';
    if (!oldNext.record.ok || !next.record.ok) return 'unknown';
    const times = modelledTimes(oldNext.record) !== modelledTimes(next.record);
    return { saves: { milliseconds: oldNext.record.duration - next.record.duration, bytes, modelled: times || (bytes > 0 && sizes) }, sameImage };
  }

  #first({ dockerfile, context }: Version): BuildResult | undefined {
    const built = this.#firsts.get(context) ?? new Map<string, BuildResult>();
    this.#firsts.set(context, built);
    const made = built.get(dockerfile) ?? this.#run(dockerfile, context);
    if (made) built.set(dockerfile, made);
    return made;
  }

  #second(first: BuildResult, { dockerfile, context }: Version): BuildResult | undefined {
    const known = this.#seconds.get(first);
    if (known) return known;
    const made = this.#run(dockerfile, this.#edit(context), first);
    if (made) this.#seconds.set(first, made);
    return made;
  }

  #run(dockerfile: string, context: DirNode, after?: BuildResult): BuildResult | undefined {
    if (this.#left <= 0) return undefined;
    this.#left--;
    return this.#probe(dockerfile, context, after);
  }
}

/** Indexes of the stages whose layers the image has. */
function imageStages({ stages }: BuildRecord): ReadonlySet<number> {
  const own = new Set<number>();
  for (let at = stages.find(({ target }) => target); at && !own.has(at.index); at = stages[at.baseStage ?? -1]) own.add(at.index);
  return own;
}

/** Uncompressed bytes of all layers of the image, base included: what its steps added, ghosts too. */
export function imageBytes(record: BuildRecord): number {
  const own = imageStages(record);
  return record.steps.reduce((sum, step) => sum + (own.has(step.stage) ? (step.bytes ?? 0) : 0), 0);
}

/** The part of an image's bytes that models gave: where it is the same in two versions, their difference is not modelled. */
function modelledSizes(record: BuildRecord): string {
  const own = imageStages(record);
  return record.steps.flatMap(({ stage, fidelity, bytes }) => (own.has(stage) && fidelity !== 'exact' && bytes !== undefined ? bytes : [])).sort().join(' ');
}

/** The part of a build's time that models gave. */
function modelledTimes(record: BuildRecord): string {
  return record.steps.flatMap(({ state, models }) => (state === 'rebuilt' ? models.map(({ duration }) => duration) : [])).sort().join(' ');
}

/** The file system of the image that a build gave; undefined where it has none. */
export function imageTree({ record, trees }: BuildResult): DirNode | undefined {
  const own = imageStages(record);
  const last = record.steps.findLast((step) => own.has(step.stage) && step.vertex !== undefined);
  return last?.vertex === undefined ? undefined : trees.get(last.vertex);
}

/** Whether two images hold the same files, times left out. The Dockerfile may be among them: it is what differs. */
function sameFiles(a: DirNode | undefined, b: DirNode | undefined, texts: { readonly before: string; readonly after: string }): boolean {
  if (!a || !b) return a === b;
  for (const [, before, after] of changedEntries(a.entries, b.entries)) if (!sameEntry(before, after, texts)) return false;
  return true;
}

function sameEntry(before: Node | undefined, after: Node | undefined, texts: { readonly before: string; readonly after: string }): boolean {
  if (!before || !after || before.type !== after.type) return false;
  if (before.mode !== after.mode || before.uid !== after.uid || before.gid !== after.gid) return false;
  if (before.type === 'dir' && after.type === 'dir') return sameFiles(before, after, texts);
  if (before.type === 'symlink' && after.type === 'symlink') return before.target === after.target;
  if (before.type === 'file' && after.type === 'file') {
    if (sameContent(before.content, after.content)) return true;
    return before.content.kind === 'bytes' && after.content.kind === 'bytes' && textOf(before) === texts.before && textOf(after) === texts.after;
  }
  return true;
}
