import type { Digest } from '../../fs/index.ts';

/** Why a build cannot go on, in BuildKit's words, with the vertex where it happened. */
export interface SolveError {
  readonly message: string;
  readonly vertex?: Digest;
  /** Nothing is wrong with it: something else failed first. */
  readonly canceled?: boolean;
}

/** `outer: inner`, as Go wraps errors. */
export function wrapError(prefix: string, error: SolveError): SolveError {
  return { ...error, message: `${prefix}: ${error.message}` };
}

/** Go's error of a context that was cancelled. */
export const canceledError: SolveError = { message: 'context canceled', canceled: true };
