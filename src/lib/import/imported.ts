/** What reading a folder or an archive leads to, and how far it is. */
import type { Message, MessageValue } from '#engine/source/message.ts';
import type { ImportAction } from '#engine/workspace/import.ts';
import type { MessageId } from '#messages/index.ts';

export interface ImportSummary {
  readonly name: string;
  /** Files that were read, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Files and folders that the ignore file keeps out: not read, and folders not looked into. */
  readonly keptOut: number;
  /** Context path of the ignore file that decided, where there is one. */
  readonly ignoreFile?: string;
  /** Context path of the Dockerfile; absent where none was found. */
  readonly dockerfile?: string;
  /** Files that count as executable because of how they begin: the source does not tell. */
  readonly guessedExecutable: number;
}

export type Imported =
  | { readonly kind: 'read'; readonly action: ImportAction; readonly summary: ImportSummary }
  /** It is an archive of images, no project. */
  | { readonly kind: 'image'; readonly file: File }
  /** It was not taken; the message says why and what to do. */
  | { readonly kind: 'refused'; readonly message: Message }
  | { readonly kind: 'cancelled' };

export interface ImportProgress {
  readonly phase: 'listing' | 'reading';
  /** Files found while listing, files read while reading. */
  readonly files: number;
  readonly bytes: number;
  /** Bytes that will be read; known when the reading begins. */
  readonly total?: number;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: ImportProgress) => void;
}

/** Ends a reading from within; `said` is the message for the reader. */
export class Unreadable extends Error {
  readonly said: Message;

  constructor(id: MessageId, values?: Readonly<Record<string, MessageValue>>) {
    super(id);
    this.said = { id, ...(values && { values }) };
  }
}
