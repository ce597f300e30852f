/** What all processes of one run share: file system, virtual clock, limits, log, notes. */
import type { DeclaredModel, ExecRequest, ModelNote, OutputLine } from '../request.ts';
import type { Tool } from '../tools/tool.ts';
import { toText } from './byte-string.ts';
import { FileSystem } from './file-system.ts';
import { Interrupted, Limits } from './limits.ts';

/** BuildKit `util/progress/logs`: a step's log is cut after 2 MiB a stream. */
const LOG_LIMIT = 2 << 20;

export class Machine {
  readonly files: FileSystem;
  readonly limits = new Limits();
  readonly request: ExecRequest;
  readonly hostname: string;
  readonly models: readonly DeclaredModel[];
  /** Programs of the request, by name. */
  readonly tools: ReadonlyMap<string, Tool>;
  readonly notes: ModelNote[] = [];
  readonly output: OutputLine[] = [];
  readonly #logged = { 1: 0, 2: 0 };
  #elapsed = 0;
  #speed = 1;
  #seed = 0x2545f491;
  #processes = 1;

  constructor(request: ExecRequest) {
    this.request = request;
    this.hostname = request.hostname ?? 'buildkitsandbox';
    this.models = request.models ?? [];
    this.tools = new Map((request.tools ?? []).flatMap((tool) => [tool.name, ...(tool.aliases ?? [])].map((name) => [name, tool] as const)));
    this.files = new FileSystem(request.root, () => this.now, request.origin, request.reads);
  }

  /** Virtual milliseconds since the start. */
  get elapsed(): number {
    return this.#elapsed;
  }

  /** Virtual milliseconds since 1970. */
  get now(): number {
    return this.request.now + this.#elapsed;
  }

  /** Lets virtual time pass, up to the moment of Ctrl-C: that ends the run. */
  advance(milliseconds: number): void {
    this.#elapsed += Math.max(0, milliseconds) / this.#speed;
    const { interrupted = Infinity } = this.request;
    if (this.#elapsed <= interrupted) return;
    this.#elapsed = interrupted;
    throw new Interrupted();
  }

  /** Runs work of which so many parts go on at once: virtual time passes that much slower. Within another such work, the greater counts. */
  sped<T>(by: number, work: () => T): T {
    const before = this.#speed;
    this.#speed = Math.max(before, by);
    try {
      return work();
    } finally {
      this.#speed = before;
    }
  }

  nextProcess(): number {
    return ++this.#processes;
  }

  /** A byte of `/dev/urandom`: looks random, and is the same every time. */
  randomByte(): number {
    this.#seed ^= this.#seed << 13;
    this.#seed ^= this.#seed >>> 17;
    this.#seed ^= this.#seed << 5;
    return this.#seed & 255;
  }

  /** Notes that nothing of a command was simulated, here and where a reader of the log sees it. */
  unsimulated(command: string, basis: string, tool?: string): void {
    this.notes.push({ command, ...(tool !== undefined && { tool }), fidelity: 'not-simulated', duration: 0, bytes: 0, basis });
    this.#append(2, `layerscope: not simulated: ${command}\n`);
  }

  /** Writes to the log of the step; lines are kept whole whatever pieces they come in. */
  log(stream: 1 | 2, bytes: string): void {
    const before = this.#logged[stream];
    if (before > LOG_LIMIT) return;
    this.#logged[stream] += bytes.length;
    const text = toText(this.#logged[stream] > LOG_LIMIT ? bytes.slice(0, LOG_LIMIT - before) : bytes);
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) this.#append(stream, line);
    if (this.#logged[stream] > LOG_LIMIT) this.#append(stream, '\n[output clipped, log limit 2MiB reached]\n');
  }

  #append(stream: 1 | 2, text: string): void {
    const last = this.output.at(-1);
    if (last?.stream === stream && !last.text.endsWith('\n')) this.output[this.output.length - 1] = { ...last, text: last.text + text };
    else this.output.push({ stream, time: this.#elapsed, text });
  }
}
