/** Plain data of unknown shape, looked at piece by piece. What is not as it has to be stops the reading. */

/** Why something cannot be read. Thrown by these functions, and caught by whoever began to read. */
export class Unreadable extends Error {}

/** Stops the reading where something does not hold. */
export function must(holds: boolean, problem: string): asserts holds {
  if (!holds) throw new Unreadable(problem);
}

/** An object's properties. */
export function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), `${what} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

/** A list, no longer than a limit. */
export function list(value: unknown, what: string, limit: number): readonly unknown[] {
  must(Array.isArray(value), `${what} is not a list`);
  must(value.length <= limit, `${what} is too long`);
  return value as readonly unknown[];
}

/** A text. */
export function text(value: unknown, what: string): string {
  must(typeof value === 'string', `${what} is not a text`);
  return value;
}

/** One of a few words. */
export function word<const Word extends string>(value: unknown, what: string, words: readonly Word[]): Word {
  must(words.includes(value as Word), `${what} is none of ${words.join(', ')}`);
  return value as Word;
}

/** A whole number from 0 up to a limit, which itself does not count. */
export function whole(value: unknown, what: string, limit: number): number {
  must(Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < limit, `${what} is out of range`);
  return value as number;
}

/** A number that a date can hold, milliseconds since 1970. */
export function time(value: unknown, what: string): number {
  must(typeof value === 'number' && Math.abs(value) <= 8.64e15, `${what} is no time`);
  return value;
}

/** `sha256:` and 64 hex digits. */
export function digest(value: unknown, what: string): `sha256:${string}` {
  const given = text(value, what);
  must(/^sha256:[0-9a-f]{64}$/.test(given), `${what} is not a digest`);
  return given as `sha256:${string}`;
}
