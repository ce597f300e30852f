/** What a RUN asks for, and what comes back. `exec` (exec.ts) is a pure function from the one to the other. */
import type { Content, DirNode, FileNode } from '../fs/node.ts';
import type { Tool } from './tools/tool.ts';

/** How far a result can be trusted: what the real builder does, a declared stand-in, or assumed to do nothing. */
export type Fidelity = 'exact' | 'modelled' | 'not-simulated';

export interface ExecMount {
  /** Absolute path in the container. */
  readonly target: string;
  /** What is seen there at the start; an empty directory where `file` is mounted instead. */
  readonly root: DirNode;
  /** A single file: every secret, and a bind mount whose source is a file. */
  readonly file?: FileNode;
  readonly readonly: boolean;
  /** `cache` mounts give back what was left in them; all others are dropped. */
  readonly kind: 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';
}

/** A model that a scenario declares for a command line, as data. */
export interface DeclaredModel {
  /** Matched against the command and its arguments joined by spaces; `*` is any text. */
  readonly pattern: string;
  /** Virtual milliseconds. */
  readonly duration?: number;
  readonly exitCode?: number;
  readonly output?: string;
  /** Paths whose contents the written files depend on, relative to the working directory. */
  readonly reads?: readonly string[];
  readonly writes?: readonly { readonly path: string; readonly size: number; readonly mode?: number }[];
}

/** Who looked at which content, its size or its time; filled in while commands run, for who asks what a change of it would reach. */
export type ReadLog = Map<Content, Set<string>>;

export interface ExecRequest {
  readonly root: DirNode;
  readonly mounts: readonly ExecMount[];
  /** The final argv: `['/bin/sh', '-c', 'go build']`. */
  readonly args: readonly string[];
  /** `K=V` in order. */
  readonly env: readonly string[];
  readonly cwd: string;
  readonly user: string;
  readonly network: 'default' | 'none' | 'host';
  /** `linux/amd64`. */
  readonly platform: string;
  /** Virtual milliseconds since 1970 at the start: what `date` prints and new files carry. */
  readonly now: number;
  readonly hostname?: string;
  readonly models?: readonly DeclaredModel[];
  /** Who is named in `Origin.by` of what is written. */
  readonly origin: string;
  /** Programs that come before the simulated ones of the same name; the file system must have an executable file for each. */
  readonly tools?: readonly Tool[];
  /** Standard input, as bytes; there is none where absent. */
  readonly input?: string;
  /** Virtual milliseconds after which Ctrl-C is pressed. */
  readonly interrupted?: number;
  /** Where it is noted what the command reads, under `origin`. */
  readonly reads?: ReadLog;
}

export interface OutputLine {
  /** 1 standard output, 2 standard error. */
  readonly stream: 1 | 2;
  /** Virtual milliseconds since the start. */
  readonly time: number;
  /** With its newline where it has one. */
  readonly text: string;
}

/** One command whose work was a model's, or was not simulated: what the record shows beside the number. */
export interface ModelNote {
  readonly command: string;
  /** Name of the tool's model (`go`), or absent where there is none. */
  readonly tool?: string;
  readonly fidelity: 'modelled' | 'not-simulated';
  /** Virtual milliseconds. */
  readonly duration: number;
  /** Bytes written. */
  readonly bytes: number;
  /** Where the numbers come from, in one short sentence. */
  readonly basis: string;
}

export interface ExecResult {
  /** The file system after it, also after a failure. */
  readonly root: DirNode;
  /** What each cache mount holds after it, by target. */
  readonly caches: ReadonlyMap<string, DirNode>;
  readonly exitCode: number;
  readonly output: readonly OutputLine[];
  /** Virtual milliseconds. */
  readonly duration: number;
  readonly fidelity: Fidelity;
  readonly notes: readonly ModelNote[];
  /** Set where a limit stopped it, or the program could not be started: BuildKit's words. */
  readonly error?: string;
}
