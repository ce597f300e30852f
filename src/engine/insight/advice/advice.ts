/** Advice: what a Dockerfile could do better that BuildKit's own checks do not look at, with what it would save in this very file. */
import type { DirNode } from '../../fs/node.ts';
import type { BuildResult, ResultTrees } from '../../solver/build.ts';
import type { BuildRecord } from '../../solver/record.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import type { Message } from '../../source/message.ts';
import type { LineRange, Range } from '../../source/range.ts';
import type { Facts } from './facts.ts';

/** One replacement in one file. */
export interface TextEdit {
  /** Context path of the file, which may have to be made; the Dockerfile where absent. */
  readonly file?: string;
  /** In the text as it is; empty where text is only put in. */
  readonly range: Range;
  readonly replacement: string;
}

/** What an edit is for, and so how it is measured: the next build after an edit of a source file, or the bytes of the image. */
export type Gain = 'source-edit' | 'image';

/** A place where a rule applies. */
export interface Finding {
  readonly range: Range;
  readonly lines: readonly LineRange[];
  /** What is so, in one sentence. */
  readonly message: Message;
  /** What to do, in one sentence. */
  readonly hint: Message;
  readonly edit?: TextEdit;
  /** Measured where there is an edit. */
  readonly gain?: Gain;
  /** Worth saying although nothing is saved: it is about what can go wrong, not about cost. */
  readonly regardless?: boolean;
  /** The edit is only right if the image's files stay the same, and is withheld where they do not. */
  readonly keepsImage?: boolean;
  /** What is known without a measurement. */
  readonly saves?: Savings;
}

/** One kind of advice: a file of `rules`. */
export interface AdviceRule {
  /** `advice/<name>` is the diagnostic's code. */
  readonly name: string;
  /** What it advises, for lists. */
  readonly title: Message;
  /** Never throws, whatever the text. */
  readonly find: (facts: Facts) => readonly Finding[];
}

export interface Savings {
  /** Virtual milliseconds of the next build after an edit of a source file. */
  readonly milliseconds?: number;
  /** Uncompressed bytes of the image's layers. */
  readonly bytes?: number;
  /** A model stood in for some tool that the figures depend on. */
  readonly modelled?: boolean;
}

/** A diagnostic of our own: it speaks the reader's language. */
export interface AdviceDiagnostic extends Pick<Diagnostic, 'code' | 'range' | 'lines'> {
  readonly severity: 'advice';
  readonly message: Message;
  readonly hint: Message;
  /** What it saves, in one sentence; absent where nothing is known. */
  readonly saving?: Message;
}

export interface Advice {
  readonly diagnostic: AdviceDiagnostic;
  /** It was tried: the edited version builds. Only an edit that costs nothing may be proposed untried. */
  readonly edit?: TextEdit;
  /** Absent where it was not measured. */
  readonly saves?: Savings;
  /** Whether the edit leaves the image with the same files (contents, modes, owners; not times); absent where that was not looked at. */
  readonly sameImage?: boolean;
}

/**
 * A dry run of some other Dockerfile and context, from the cache as it is or as the build `after` leaves it, and later than that.
 * Its result's store is the one that it would leave.
 */
export type AdviceProbe = (dockerfile: string, context: DirNode, after?: BuildResult) => BuildResult;

export interface AdviceRequest {
  /** Text of the Dockerfile. */
  readonly dockerfile: string;
  /** The build of this text that is advised on, or its prediction. */
  readonly record: BuildRecord;
  /** Its file systems, where they are at hand: without them nothing is said about files that one step adds and another deletes. */
  readonly trees?: ResultTrees;
  /** As it lies on the disk. */
  readonly context: DirNode;
  readonly probe: AdviceProbe;
  /** Dry runs that may be spent on figures; 12 where absent. */
  readonly probes?: number;
}
