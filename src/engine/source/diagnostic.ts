import type { Message } from './message.ts';
import type { LineRange, Range } from './range.ts';

export type Severity = 'error' | 'warning' | 'advice';

/** A second place that helps to understand a diagnostic. */
export interface DiagnosticNote {
  readonly message: string;
  readonly range?: Range;
}

/**
 * Something wrong or worth knowing in a text a person can edit. Always a value, never an exception.
 * `message` is BuildKit's own text wherever BuildKit has one; `hint` is our sentence about what to do.
 */
export interface Diagnostic {
  /** Stable name: a BuildKit check (`StageNameCasing`), or `parse`, `instruction`, `expansion`, `graph`, `advice/…`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Context path of the file it is about; the Dockerfile where absent. */
  readonly file?: string;
  readonly range: Range;
  /** The lines BuildKit attaches, which can be wider than `range`; several where it attaches several. */
  readonly lines: readonly LineRange[];
  readonly hint?: Message;
  readonly url?: string;
  readonly notes?: readonly DiagnosticNote[];
}
