/**
 * Fenced blocks → embeds. A block of the language `dockerfile` whose info string has the word `layerscope` begins one; blocks directly
 * behind it with `layerscope file=…` are more files of its context. What stands before that word belongs to others and is not read.
 * Pure; whatever the info string is, nothing throws.
 */

/** A fenced block as a Markdown parser gives it, escapes undone. */
export interface Fence {
  /** First word of the info string. */
  readonly language: string;
  /** The rest of it. */
  readonly meta: string;
  readonly text: string;
  /** Line of the document with the opening marks, from 1. */
  readonly line?: number | undefined;
}

/** A block that is ours. */
export interface OwnFence extends Fence {
  /** Lower-case name → value; empty for a name alone. The first of two counts. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Blocks that make one embed, by their places in what was given. */
export interface Group {
  readonly at: number;
  /** One behind its last block. */
  readonly end: number;
  readonly head: OwnFence;
  readonly files: readonly OwnFence[];
}

/** Characters of an info string that are read. */
const longest = 8_192;

const dockerfiles = new Set(['dockerfile', 'docker', 'containerfile']);

/** The block with its attributes; undefined where the word `layerscope` is not in its info string. */
export function own(fence: Fence): OwnFence | undefined {
  const words = [...fence.meta.slice(0, longest).matchAll(/([^\s=]+)=(?:"([^"]*)"|'([^']*)'|(\S*))|\S+/g)];
  const ours = words.findIndex(([word]) => word === 'layerscope');
  if (ours < 0) return undefined;
  const attributes = new Map<string, string>();
  for (const [word, name = word, double, single, bare = ''] of words.slice(ours + 1)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare);
  }
  return { ...fence, attributes };
}

/**
 * What of neighbouring nodes belongs together; an undefined one is no fenced block. Blocks that are ours and belong to nothing are
 * `stray`: they stay what they are.
 */
export function groups(fences: readonly (Fence | undefined)[]): { readonly groups: readonly Group[]; readonly stray: readonly (OwnFence & { readonly place: number })[] } {
  const found: Group[] = [];
  const stray: (OwnFence & { readonly place: number })[] = [];
  fences.forEach((fence, at) => {
    const ours = fence && own(fence);
    if (!ours) return;
    const last = found.at(-1);
    if (last?.end === at && ours.attributes.has('file')) found[found.length - 1] = { ...last, end: at + 1, files: [...last.files, ours] };
    else if (dockerfiles.has(ours.language.toLowerCase())) found.push({ at, end: at + 1, head: ours, files: [] });
    else stray.push({ ...ours, place: at });
  });
  return { groups: found, stray };
}
