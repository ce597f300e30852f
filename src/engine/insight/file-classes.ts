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
  /** Ids of the steps that read it in the context itself: its content is in their own keys. */
  readonly readers: ReadonlySet<string>;
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
  const readers = followContents(users, context, traced.result);
  const numbers = new Map<object, number>();
  const classes = new Map<string, FileClass & { readonly paths: string[] }>();
  for (const path of paths) {
    const node = get(context, path);
    if (node?.type !== 'file') continue;
    const { edges, alone, unpacked } = users.get(node.content)!;
    const commands = traced.reads.get(node.content) ?? none;
    const name = [...[...edges].map((edge) => numberOf(edge, numbers)), '|', ...[...commands].sort(), alone ? path : ''].join(' ');
    const known = classes.get(name);
    if (known) known.paths.push(path);
    else classes.set(name, { paths: [path], edges, readers: readers.get(path) ?? none, opened: alone || unpacked || commands.size > 0 });
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

/**
 * Fills in where the contents are among what is read; copies keep the contents of what they were made from. Gives the steps that
 * read each path of the context itself.
 */
function followContents(uses: ReadonlyMap<Content, Use>, context: DirNode, { reads, trees, sent }: BuildResult): ReadonlyMap<string, ReadonlySet<string>> {
  const readers = new Map<string, Set<string>>();
  const sources = new Set<Digest>();
  for (const { vertex, steps, inputs, unpacks } of reads?.() ?? []) {
    if (inputs.length === 0) sources.add(vertex);
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
        if (sources.has(from)) addTo(readers, path.slice(1), steps);
        use.alone ||= own.content !== node.content;
        use.unpacked ||= unpacks;
      }
    });
  }
  return readers;
}

function addTo(readers: Map<string, Set<string>>, path: string, steps: readonly string[]): void {
  let known = readers.get(path);
  if (!known) readers.set(path, (known = new Set()));
  for (const step of steps) known.add(step);
}

function numberOf(edge: ContentEdge, numbers: Map<object, number>): number {
  let number = numbers.get(edge);
  if (number === undefined) numbers.set(edge, (number = numbers.size));
  return number;
}

/** What a change of files of a class does where no command looks into them: all that follows from who copies them, and where that ends. */
export interface Followed {
  /** Ids of the steps that run again. */
  readonly reached: ReadonlySet<string>;
  /** Ids of the steps that look at what those made, and at nothing of it that changes. */
  readonly stopped: ReadonlySet<string>;
}

export function follow({ edges }: FileClass, { result }: TracedBuild): Followed {
  const ran = new Set<Digest>();
  const changed = new Set([...edges].map(({ vertex, input }) => `${vertex} ${input}`));
  const reached = new Set<string>();
  const stopped = new Set<string>();
  // Inputs come before their users.
  for (const { vertex, steps, inputs } of result.reads?.() ?? []) {
    const runs = inputs.some(({ vertex: from, content }, input) => (content ? changed.has(`${vertex} ${input}`) : ran.has(from)));
    if (runs) ran.add(vertex);
    else if (!inputs.some(({ vertex: from, content }) => content && ran.has(from))) continue;
    for (const step of steps) (runs ? reached : stopped).add(step);
  }
  return { reached, stopped };
}
