/**
 * Operations as BuildKit's frontend hands them to its solver: the fields of `pb.Op` in protobuf's JSON form (camelCase, zero
 * values left out), because cache keys are digests over exactly these fields. Inputs are numbers that index
 * `Vertex.inputs`; for file actions the numbers go on with the results of earlier actions of the same operation.
 */
import type { CopyAction, MkdirAction, MkfileAction } from '../fs/action.ts';
import type { LineRange } from '../source/range.ts';

export type { ChownOpt, CopyAction, MkdirAction, MkfileAction, UserOpt } from '../fs/action.ts';

/** An output of an earlier vertex: its place in `Graph.vertices`, and which of its outputs. */
export type Edge = readonly [vertex: number, output: number];

export interface SourceOp {
  /** `docker-image://…`, `local://context`, `https://…`, `git://…`. */
  readonly identifier: string;
  readonly attrs?: Readonly<Record<string, string>>;
}

export interface ExecMeta {
  readonly args: readonly string[];
  readonly env?: readonly string[];
  readonly cwd: string;
  readonly user?: string;
  readonly hostname?: string;
  readonly proxyEnv?: Readonly<Record<string, string>>;
  readonly extraHosts?: readonly { readonly host: string; readonly IP: string }[];
  readonly ulimit?: readonly { readonly Name: string; readonly Soft: number; readonly Hard: number }[];
  readonly cgroupParent?: string;
  readonly removeMountStubsRecursive?: boolean;
  readonly validExitCodes?: readonly number[];
}

export interface Mount {
  /** Index into the vertex's inputs, or -1. */
  readonly input: number;
  readonly selector?: string;
  readonly dest: string;
  /** Which output of the vertex holds what was written here, or -1. */
  readonly output: number;
  readonly readonly?: boolean;
  readonly mountType: 'BIND' | 'SECRET' | 'SSH' | 'CACHE' | 'TMPFS';
  readonly cacheOpt?: { readonly ID?: string; readonly sharing?: 'SHARED' | 'PRIVATE' | 'LOCKED' };
  readonly tmpfsOpt?: { readonly size?: number };
  readonly secretOpt?: SecretOpt;
  readonly SSHOpt?: SecretOpt;
  readonly resultID?: string;
  readonly contentCache?: string;
}

export interface SecretOpt {
  readonly ID?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly mode?: number;
  readonly optional?: boolean;
}

export interface ExecOp {
  readonly meta: ExecMeta;
  readonly mounts: readonly Mount[];
  readonly network?: 'HOST' | 'NONE';
  readonly security?: 'INSECURE';
  readonly secretenv?: readonly { readonly ID?: string; readonly name: string; readonly optional?: boolean }[];
  readonly cdiDevices?: readonly { readonly name: string; readonly optional?: boolean }[];
}

/** Exactly one of `copy`, `mkdir` and `mkfile` is there. */
export interface FileAction {
  readonly input: number;
  readonly secondaryInput: number;
  readonly output: number;
  readonly copy?: CopyAction;
  readonly mkdir?: MkdirAction;
  readonly mkfile?: MkfileAction;
}

export interface FileOp {
  readonly actions: readonly FileAction[];
}

export interface MergeOp {
  readonly inputs: readonly { readonly input: number }[];
}

export interface DiffOp {
  readonly lower: { readonly input: number };
  readonly upper: { readonly input: number };
}

export type TypedOp =
  | { readonly type: 'source'; readonly op: SourceOp }
  | { readonly type: 'exec'; readonly op: ExecOp }
  | { readonly type: 'file'; readonly op: FileOp }
  | { readonly type: 'merge'; readonly op: MergeOp }
  | { readonly type: 'diff'; readonly op: DiffOp };

/** One operation of the graph with what BuildKit attaches to it. The attachments are not part of its cache key. */
export type Vertex = TypedOp & {
  readonly inputs: readonly Edge[];
  /** Display name, `[build 2/6] WORKDIR /src`; absent where upstream sets none. */
  readonly name?: string;
  /** Source text of the instruction where upstream attaches it. */
  readonly command?: string;
  readonly lines?: readonly LineRange[];
  readonly platform?: string;
  readonly ignoreCache?: boolean;
  readonly group?: { readonly id: string; readonly name: string; readonly weak: boolean };
  /** The step of the Dockerfile this vertex belongs to: `StepPlan.id`; absent for internal vertices. */
  readonly step?: string;
  /** Other steps that come to the very same operation, so that this is their vertex too. */
  readonly sharedBy?: readonly string[];
};

/** What one target needs, for one platform. Inputs come before their users. */
export interface Graph {
  readonly vertices: readonly Vertex[];
  /** Absent where the result is an empty file system. */
  readonly root?: Edge;
}
