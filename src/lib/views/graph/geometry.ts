/** The drawing as values: what `layoutGraph` gives to the component and to the static writer. All lengths are pixels. */
import type { StageRecord, StepRecord } from '#engine/solver/record.ts';
import type { Density, Metrics } from './density.ts';
import type { Point } from './path.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A step as a stratum. */
export interface Stratum extends Box {
  readonly step: StepRecord;
  /** Position of its lane, from the left. */
  readonly lane: number;
  /** Its rank: strata of one row could run together. */
  readonly row: number;
  /** Drawn as its core alone: in a fold, or in a stage that was collapsed. */
  readonly core?: boolean;
  /** Drawn as a core in the fold of this index, not as a stratum of its own. */
  readonly fold?: number;
}

/** Cached steps of a lane in a row: in compact one stratum that shows their cores, on the map one block with their number. */
export interface Fold extends Box {
  readonly lane: number;
  readonly steps: readonly string[];
}

/** A stage. `x` and `width` are its strata's; `head` is where its name begins. */
export interface Lane {
  readonly stage: StageRecord;
  readonly position: number;
  readonly x: number;
  readonly width: number;
  readonly head: Point;
  /** The stage's name as far as there is room. */
  readonly name: string;
  readonly role: string;
  readonly top: number;
  readonly bottom: number;
  /** Top left of the button that collapses it, and whether that was done; absent where strata are cores anyway. */
  readonly caret?: Point;
  readonly shut?: boolean;
}

/** A file of the context, a folder of them, or the rest of them. */
export interface FileRow extends Box {
  /** What it is found by: its path, and where a file has a chip at each step that reads it, the step too. */
  readonly key: string;
  /** The file's path; for a folder its path with a slash at the end; empty for the rest. */
  readonly path: string;
  readonly label: string;
  /** The files that it stands for. */
  readonly paths: readonly string[];
  readonly edited: boolean;
  /** Ids of the steps that read it. */
  readonly readers: readonly string[];
}

/** A bracket around the rows that one or more steps read. */
export interface Bracket {
  readonly d: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly steps: readonly string[];
}

export interface ContextLane {
  readonly head: Point;
  readonly role: string;
  readonly width: number;
  readonly rows: readonly FileRow[];
  readonly brackets: readonly Bracket[];
}

/** `wave`: a change goes this way. `stopped`: it came this far and the content was the same. `same`: nothing changed at either end. */
export type EdgeOutcome = 'rest' | 'same' | 'wave' | 'stopped' | 'unneeded';

export type EdgeKind = 'spine' | 'stage' | 'copy' | 'bind' | 'context' | 'file';

export interface GraphEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  /** Id of the step it comes from; a context path for `file`; absent for `context`, which comes from a bracket. */
  readonly from?: string;
  /** Id of the step it leads to. */
  readonly to: string;
  readonly points: readonly Point[];
  readonly d: string;
  readonly outcome: EdgeOutcome;
  /** Tip of its arrow head, which always points right. */
  readonly arrow?: Point;
  /** Middle of the shield, and the line behind it, where a wave stops. */
  readonly shield?: Point;
  readonly after?: string;
}

/** Lines of one source are drawn together: their halos first, so that none of them cuts another. */
export function bundlesOf(edges: readonly GraphEdge[]): readonly (readonly GraphEdge[])[] {
  const bundles: GraphEdge[][] = [];
  const open = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = `${edge.kind === 'context' || edge.kind === 'file' ? edge.to : edge.from} ${edge.outcome === 'wave' || edge.outcome === 'stopped'}`;
    const bundle = open.get(key);
    if (bundle !== undefined) bundle.push(edge);
    else {
      const started = [edge];
      open.set(key, started);
      bundles.push(started);
    }
  }
  return bundles;
}

/** Strata that are drawn one by one: on the map all but those of a block. */
export function drawnStrata({ strata, density }: GraphLayout): readonly Stratum[] {
  return density === 'map' ? strata.filter((stratum) => stratum.fold === undefined) : strata;
}

/** What a COPY reads from another lane, written over the step that reads it; without a path, why a wave stops, beside its shield. */
export interface Artifact {
  readonly at: Point;
  readonly path: string;
  readonly says: string;
  readonly tone: 'cached' | 'rebuilt' | 'quiet';
  readonly edge: string;
}

/** A mount that belongs to no other lane: a tank for a cache, a ring for a secret, a stub for an image or address outside. */
export interface MountMark {
  readonly kind: 'cache' | 'secret' | 'outside';
  readonly step: string;
  readonly at: Point;
  readonly label: string;
  /** Of a cache: whether an earlier build has filled it. */
  readonly full?: boolean;
}

/** An instruction that only changes the configuration: a tick on the spine. */
export interface Tick {
  readonly at: Point;
  readonly keyword: string;
}

/** Strata of one state in a row, named at their side where strata have no text. */
export interface RunLabel {
  readonly at: Point;
  readonly lane: number;
  readonly steps: readonly StepRecord[];
  /** Only its number has room. */
  readonly brief?: boolean;
}

export interface Plate extends Box {
  readonly name: string;
  readonly says: string;
  /** A number in `says` is a model's. */
  readonly modelled: boolean;
  readonly spine: string;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly density: Density;
  readonly metrics: Metrics;
  readonly lanes: readonly Lane[];
  readonly strata: readonly Stratum[];
  readonly folds: readonly Fold[];
  readonly context?: ContextLane;
  readonly edges: readonly GraphEdge[];
  readonly artifacts: readonly Artifact[];
  readonly mounts: readonly MountMark[];
  readonly ticks: readonly Tick[];
  readonly runs: readonly RunLabel[];
  readonly plate?: Plate;
}
