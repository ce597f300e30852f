/** What programs of the simulated computer act on while a line runs: the state, the screen, the files, and the clock. */
import { bytesOf, contentSize, emptyDir, get } from '../fs/index.ts';
import type { Content, DirNode } from '../fs/node.ts';
import type { ImageUser, ListOptions } from '../image/index.ts';
import type { ImageStore } from '../image/store.ts';
import type { RegistryMessage } from '../registry/message.ts';
import { resolverAt } from '../registry/index.ts';
import type { Caller } from '../registry/transfer.ts';
import { fromArray, toBytes, toText } from '../run/system/byte-string.ts';
import { attempt, strerror, SystemFault } from '../run/system/errno.ts';
import type { Process } from '../run/system/process.ts';
import { FileStream } from '../run/system/stream.ts';
import type { Container } from '../workspace/container.ts';
import { currentMachine, withMachine, type State } from '../workspace/state.ts';
import type { Machine } from '../workspace/machine.ts';
import type { World } from '../workspace/world.ts';
import { project } from './workstation.ts';

/** What a file could not be read for: `no such file or directory`, in lower case as Go says it. */
export interface FileProblem {
  readonly error: string;
}

/** One line while it runs. */
export class Session {
  readonly world: World;
  #state: State;
  #process: Process | undefined;
  /** Number of the last build that was run. */
  build: number | undefined;
  /** What was said to registries. */
  messages: readonly RegistryMessage[] = [];
  /** Context path that the editor is to open. */
  opens: string | undefined;

  constructor(state: State, world: World) {
    this.#state = state;
    this.world = world;
  }

  /** Runs a program's body for a process: the state has the files and the time of that moment, and time goes on to where the state ends. */
  within(process: Process, body: () => number): number {
    const outer = this.#process;
    this.#process = process;
    try {
      const files = attempt(() => process.find(toBytes(project))).value;
      const context = files?.type === 'dir' ? files.freeze() : emptyDir();
      this.#state = { ...this.#state, context, now: process.machine.now };
      const code = body();
      process.machine.advance(this.#state.now - process.machine.now);
      return code;
    } finally {
      this.#process = outer;
    }
  }

  get state(): State {
    return this.#state;
  }

  set state(state: State) {
    this.#state = state;
  }

  get process(): Process {
    if (!this.#process) throw new Error('a program acts outside of a process');
    return this.#process;
  }

  /** Virtual milliseconds since 1970. */
  get now(): number {
    return Math.max(this.#state.now, this.#process?.machine.now ?? 0);
  }

  /** The computer that is sat at. */
  get machine(): Machine {
    return currentMachine(this.#state);
  }

  set machine(machine: Machine) {
    this.#state = withMachine(this.#state, machine);
  }

  get images(): ImageStore {
    return this.machine.images;
  }

  set images(images: ImageStore) {
    this.machine = { ...this.machine, images };
  }

  /** The containers that keep images. */
  get imageUsers(): readonly ImageUser[] {
    return [...(this.machine.containers ?? new Map<string, Container>()).values()].map(({ id, target, running }) => ({ id, image: target, running }));
  }

  /** What lists of images go by. */
  get listOptions(): ListOptions {
    return { imageStore: this.machine.builder.imageStore, containers: this.imageUsers };
  }

  /** Who asks a registry, and what publishers serve now. */
  get caller(): Caller {
    const { scenario, resolve } = this.world;
    const { elapsed, request } = this.process.machine;
    return {
      logins: this.machine.logins,
      published: this.#state.imported ? resolve : resolverAt(scenario.moves, this.now, resolve),
      now: this.now,
      ...(request.interrupted !== undefined && { stopAt: Math.max(0, request.interrupted - elapsed) }),
    };
  }

  /** Standard output. */
  out(text: string): void {
    this.process.out(toBytes(text));
  }

  /** Standard error; gives the exit code, for `return session.err(…)`. */
  err(text: string, exitCode = 1): number {
    this.process.err(toBytes(text));
    return exitCode;
  }

  /** The daemon's refusal. */
  refuse(message: string, exitCode = 1): number {
    return this.err(`Error response from daemon: ${message}\n`, exitCode);
  }

  /** Says pieces at their moments, counted from now. */
  play(pieces: readonly { readonly stream: 1 | 2; readonly time: number; readonly text: string }[]): void {
    const { machine } = this.process;
    const began = machine.elapsed;
    for (const { stream, time, text } of pieces) {
      machine.advance(began + time - machine.elapsed);
      if (stream === 1) this.out(text);
      else this.err(text);
    }
  }

  /** A variable of the shell. */
  variable(name: string): string | undefined {
    const value = this.process.env.get(name);
    return value === undefined ? undefined : toText(value);
  }

  /** All of standard input, as bytes. */
  input(): string {
    return this.process.readInput();
  }

  /** A path as typed → absolute, without `.` and `..`. */
  path(path: string): string {
    const parts: string[] = [];
    for (const part of (path.startsWith('/') ? path : `${toText(this.process.cwd)}/${path}`).split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return `/${parts.join('/')}`;
  }

  /** The folder at a path as it is now. */
  folder(path: string): DirNode | FileProblem {
    const found = attempt(() => this.process.find(toBytes(path)));
    if (!found.value) return problem(found.errno ?? 'ENOENT');
    return found.value.type === 'dir' ? found.value.freeze() : { error: 'not a directory' };
  }

  /** The content of a file, real or described. */
  content(path: string): Content | FileProblem {
    const found = attempt(() => this.process.readable(toBytes(path)));
    if (!found.value) return problem(found.errno ?? 'ENOENT');
    return found.value.type === 'file' ? found.value.content : { error: 'is a directory' };
  }

  /** The text of a file. */
  text(path: string): string | FileProblem {
    const content = this.content(path);
    return 'error' in content ? content : toText(fromArray(bytesOf(content, 0, Math.min(contentSize(content), 16 << 20))));
  }

  /** Makes or replaces a file; a problem where that cannot be. */
  write(path: string, text: string): FileProblem | undefined {
    return this.#writing(() => this.process.writeFile(toBytes(path), toBytes(text)));
  }

  /** Makes or replaces a file with a content that need not be real. */
  writeContent(path: string, content: Content): FileProblem | undefined {
    return this.#writing(() => {
      const stream = this.process.open(toBytes(path), 'write');
      if (!(stream instanceof FileStream && stream.putContent(content, this.process))) stream.write(fromArray(bytesOf(content)), this.process);
    });
  }

  #writing(body: () => void): FileProblem | undefined {
    try {
      body();
      return undefined;
    } catch (fault) {
      if (!(fault instanceof SystemFault)) throw fault;
      return problem(fault.errno);
    }
  }
}

function problem(errno: Parameters<typeof strerror>[0]): FileProblem {
  const words = strerror(errno);
  return { error: (words[0] ?? '').toLowerCase() + words.slice(1) };
}

/** Whether a file could not be had. */
export const isProblem = (value: unknown): value is FileProblem => typeof value === 'object' && value !== null && 'error' in value;

/** The node at an absolute path of a tree. */
export const at = (root: DirNode, path: string) => get(root, path.replace(/^\//, ''));
