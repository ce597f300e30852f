/** The content that a step read, as twelve digits: what turns when its key does. */
import type { BuildRecord } from '#engine/solver/record.ts';
import { shortDigest } from '#lib/ui/format.ts';

/** Old and new digits. */
export interface Digits {
  readonly before: string;
  readonly after: string;
}

export const NO_DIGITS: ReadonlyMap<string, Digits> = new Map();

/** Steps that ran because the content that they read differs from the build before, with both contents. */
export function digitsOf(record: BuildRecord, before: BuildRecord | undefined): ReadonlyMap<string, Digits> {
  const old = contents(before);
  const digits = new Map<string, Digits>();
  for (const [step, content] of contents(record)) {
    const was = old.get(step);
    if (was !== undefined && was !== content) digits.set(step, { before: shortDigest(was), after: shortDigest(content) });
  }
  return digits;
}

function contents(record: BuildRecord | undefined): ReadonlyMap<string, string> {
  return new Map(
    record?.vertices.flatMap((vertex) => {
      const content = vertex.key?.inputs.find((input) => input.content !== undefined)?.content;
      return vertex.step === undefined || content === undefined ? [] : [[vertex.step, content] as const];
    }),
  );
}
