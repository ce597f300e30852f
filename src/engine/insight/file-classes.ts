/**
 * Which files of a context are alike to a build: the same steps copy them, and the same commands look into them. What is worked
 * out for one of them then holds for all, but for how much a command makes of what it reads.
 */
import { get, matchedFiles } from '../fs/index.ts';
import type { Content, Digest, DirNode } from '../fs/index.ts';
import type { ReadLog } from '../run/request.ts';
import type { BuildResult } from '../solver/request.ts';

/** An input of a vertex that counts by what is read of it. */
export interface ContentEdge {
  readonly vertex: Digest;
  readonly input: number;
}

/** Files that are alike. */
export interface FileClass {
  readonly paths: readonly string[];
  /** Inputs that have a copy of the file among what is read of them. */
  readonly edges: ReadonlySet<ContentEdge>;
  /** A command looks into it, or ADD may unpack it, or it cannot be followed: what a change does is to be tried. */
  readonly opened: boolean;
}

/** A build in which every command ran, and what they read. */
export interface TracedBuild {
  readonly result: BuildResult;
  readonly reads: ReadLog;
}

/** The files at `paths` by class. Each is in one. */
export function fileClasses(context: DirNode, paths: readonly string[], traced: TracedBuild): readonly FileClass[] {
  const users = usesOf(context, paths);
  followContents(users, context, traced.result);
  const numbers = new Map<object, number>();
  const classes = new Map<string, { readonly paths: string[]; readonly edges: ReadonlySet<ContentEdge>; readonly opened: boolean }>();
  for (const path of paths) {
    const node = get(context, path);
    if (node?.type !== 'file') continue;
    const { edges, alone, unpacked } = users.get(node.content)!;
    const readers = traced.reads.get(node.content) ?? none;
    const name = [...[...edges].map((edge) => numberOf(edge, numbers)), '|', ...[...readers].sort(), alone ? path : ''].join(' ');
    const known = classes.get(name);
    if (known) known.paths.push(path);
    else classes.set(name, { paths: [path], edges, opened: alone || unpacked || readers.size > 0 });
  }
  return [...classes.values()];
}

const none: ReadonlySet<never> = new Set();

/** Where the contents of a file are. */
interface Use {
  readonly edges: Set<ContentEdge>;
  /** Two files share the contents, or the builder has others for it: what became of it cannot be followed. */
  alone: boolean;
  unpacked: boolean;
}

function usesOf(context: DirNode, paths: readonly string[]): ReadonlyMap<Content, Use> {
  const uses = new Map<Content, Use>();
  for (const path of paths) {
    const node = get(context, path);
    if (node?.type !== 'file') continue;
    const use = uses.get(node.content);
    if (use) use.alone = true;
    else uses.set(node.content, { edges: new Set(), alone: false, unpacked: false });
  }
  return uses;
}

/** Fills in where the contents are among what is read; copies keep the contents of what they were made from. */
function followContents(uses: ReadonlyMap<Content, Use>, context: DirNode, { reads, trees, sent }: BuildResult): void {
  for (const { vertex, inputs, unpacks } of reads?.() ?? []) {
    inputs.forEach(({ vertex: from, content }, input) => {
      const tree = content && trees.get(from);
      if (!tree) return;
      const edge: ContentEdge = { vertex, input };
      for (const path of matchedFiles(tree, content)) {
        const node = get(tree, path);
        const own = tree === sent ? get(context, path) : node;
        const use = own?.type === 'file' ? uses.get(own.content) : undefined;
        if (!use || own?.type !== 'file' || node?.type !== 'file') continue;
        use.edges.add(edge);
        use.alone ||= own.content !== node.content;
        use.unpacked ||= unpacks;
      }
    });
  }
}

function numberOf(edge: ContentEdge, numbers: Map<object, number>): number {
  let number = numbers.get(edge);
  if (number === undefined) numbers.set(edge, (number = numbers.size));
  return number;
}

/** Ids of the steps that a change of files of a class runs again where no command looks into them: all that follows from who copies them. */
export function stepsReached({ edges }: FileClass, { result }: TracedBuild): ReadonlySet<string> {
  const reached = new Set<Digest>();
  const changed = new Set([...edges].map(({ vertex, input }) => `${vertex} ${input}`));
  const steps = new Set<string>();
  // Inputs come before their users.
  for (const { vertex, steps: own, inputs } of result.reads?.() ?? []) {
    const runs = inputs.some(({ vertex: from, content }, input) => (content ? changed.has(`${vertex} ${input}`) : reached.has(from)));
    if (!runs) continue;
    reached.add(vertex);
    for (const step of own) steps.add(step);
  }
  return steps;
}
