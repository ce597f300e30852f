/** What buildx says where a build cannot be asked for. */

/** A build that cannot be asked for: the whole line, `ERROR: ` included. */
export interface BuildRefusal {
  readonly error: string;
}

/** What goes wrong while a build is prepared. */
export const failed = (message: string): BuildRefusal => ({ error: `ERROR: failed to build: ${message}` });
/** What goes wrong while flags are read. */
export const invalid = (message: string): BuildRefusal => ({ error: `ERROR: ${message}` });
/** Whether a value is such a refusal. */
export const isRefusal = (value: object): value is BuildRefusal => 'error' in value && typeof value.error === 'string';
