/** Open file descriptions: what a file descriptor refers to. Descriptors that were duplicated share one, and its offset. */
import type { Content } from '../../fs/index.ts';
import { SystemFault } from './errno.ts';
import type { Actor, FileSystem } from './file-system.ts';
import type { FileInode, SpecialInode } from './inode.ts';
import type { Limits } from './limits.ts';

export interface Stream {
  /** Up to `max` bytes; the empty string at the end. */
  read(max: number): string;
  /** Puts back what was read too far; the next read gives it again. */
  unread(bytes: string): void;
  write(bytes: string, actor: Actor): void;
  /** Where it is a regular file: what is read from or written to. */
  readonly file?: FileInode;
}

/** A regular file, with the offset that all duplicates share. */
export class FileStream implements Stream {
  readonly file: FileInode;
  readonly #files: FileSystem;
  readonly #limits: Limits;
  readonly #access: { readonly read: boolean; readonly write: boolean; readonly append?: boolean };
  #offset = 0;

  constructor(file: FileInode, files: FileSystem, limits: Limits, access: { read: boolean; write: boolean; append?: boolean }) {
    this.file = file;
    this.#files = files;
    this.#limits = limits;
    this.#access = access;
  }

  read(max: number): string {
    if (!this.#access.read) throw SystemFault.of('EBADF');
    const bytes = this.file.read(this.#offset, this.#offset + Math.min(max, this.#limits.readAtOnce));
    this.#limits.chargeBytes(bytes.length);
    this.#offset += bytes.length;
    return bytes;
  }

  unread(bytes: string): void {
    this.#offset -= bytes.length;
  }

  write(bytes: string, actor: Actor): void {
    if (!this.#access.write) throw SystemFault.of('EBADF');
    if (bytes === '') return;
    this.#limits.chargeBytes(bytes.length);
    const at = this.#access.append ? this.file.size : this.#offset;
    this.file.write(at, bytes);
    this.#offset = at + bytes.length;
    this.#files.modified(actor, this.file);
  }

  /** All that is left to read without looking at its bytes; undefined where reading began in the middle. */
  takeContent(): Content | undefined {
    if (this.#offset !== 0 || !this.#access.read) return undefined;
    this.#offset = this.file.size;
    return this.file.content;
  }

  /** Makes a content the whole of an empty file; false where it is not empty. */
  putContent(content: Content, actor: Actor): boolean {
    if (!this.#access.write || this.file.size > 0) return false;
    this.file.content = content;
    this.#offset = this.file.size;
    this.#files.modified(actor, this.file);
    return true;
  }
}

/** Text that was made ready before it is read: a here-document, a pipe. */
export class TextStream implements Stream {
  #text: string;
  #position = 0;
  readonly #cut: (() => void) | undefined;

  /** `cut` is called when the reader comes to the end of a text whose writer was stopped. */
  constructor(text: string, cut?: () => void) {
    this.#text = text;
    this.#cut = cut;
  }

  read(max: number): string {
    const bytes = this.#text.slice(this.#position, this.#position + max);
    if (bytes === '' && max > 0) this.#cut?.();
    this.#position += bytes.length;
    return bytes;
  }

  unread(bytes: string): void {
    this.#text = bytes + this.#text.slice(this.#position);
    this.#position = 0;
  }

  write(): void {
    throw SystemFault.of('EBADF');
  }
}

/** Raised in the writer of a pipe that is full although its reader has not begun: the writer ends, as by SIGPIPE. */
export class PipeFull extends Error {}

/** Keeps what is written to it: the near end of a pipe, a command substitution. */
export class Capture implements Stream {
  readonly #parts: string[] = [];
  #room: number;
  readonly #limits: Limits;
  /** True once more was written than it takes. */
  cut = false;

  constructor(limits: Limits, room = Infinity) {
    this.#limits = limits;
    this.#room = room;
  }

  get text(): string {
    if (this.#parts.length > 1) this.#parts.splice(0, this.#parts.length, this.#parts.join(''));
    return this.#parts[0] ?? '';
  }

  read(): string {
    throw SystemFault.of('EBADF');
  }

  unread(): void {}

  write(bytes: string): void {
    this.#limits.chargeBytes(bytes.length);
    this.#room -= bytes.length;
    this.#parts.push(bytes);
    if (this.#room >= 0) return;
    this.cut = true;
    throw new PipeFull();
  }
}

/** `/dev/null`, `zero`, `full`, `random` and `urandom`, by their device numbers. */
export class DeviceStream implements Stream {
  readonly #minor: number;
  readonly #limits: Limits;
  readonly #random: () => number;

  constructor(device: SpecialInode, limits: Limits, random: () => number) {
    if (device.type !== 'char' || device.major !== 1) throw SystemFault.of('ENXIO');
    this.#minor = device.minor;
    this.#limits = limits;
    this.#random = random;
  }

  read(max: number): string {
    if (this.#minor === 3) return '';
    const n = Math.min(max, this.#limits.readAtOnce);
    this.#limits.chargeBytes(n);
    if (this.#minor === 5 || this.#minor === 7) return '\0'.repeat(n);
    return String.fromCharCode(...Array.from({ length: n }, () => this.#random()));
  }

  unread(): void {}

  write(): void {
    if (this.#minor === 7) throw SystemFault.of('ENOSPC');
  }
}

/** A descriptor that leads to the log of the step. */
export class LogStream implements Stream {
  readonly #write: (bytes: string) => void;

  constructor(write: (bytes: string) => void) {
    this.#write = write;
  }

  read(): string {
    return '';
  }

  unread(): void {}

  write(bytes: string): void {
    this.#write(bytes);
  }
}

/** Nothing to read and nothing written: the standard input of every RUN. */
export const NOTHING: Stream = { read: () => '', unread: () => {}, write: () => {} };
