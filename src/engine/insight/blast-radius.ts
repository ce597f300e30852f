/** What a change of one file does to the steps of a build: found by making the change and building, not by guessing from paths. */
import { bytesOf, contentSize, file, get, put } from '../fs/index.ts';
import type { DirNode, FileNode } from '../fs/node.ts';
import type { BuildResult } from '../solver/build.ts';
import type { BuildRecord } from '../solver/record.ts';
import { fileClasses, follow } from './file-classes.ts';
import type { FileClass, TracedBuild } from './file-classes.ts';
import { radiusOf, rerunSteps } from './radius.ts';
import type { Radius, Reach } from './radius.ts';
import { readRule } from './read-rule.ts';

/** A dry run of the next build over some other context, with the cache that the last dry run left. */
export type Probe = (context: DirNode) => BuildResult;

/** A context, and what is known of the build that reads it. */
export interface RadiusQuestion {
  readonly context: DirNode;
  /** Of files that the build may read. */
  readonly paths: readonly string[];
  /** The build once more from a cache in which `context` as it stands is built. */
  readonly unchanged: BuildRecord;
  /** Absent where the builder does not tell what it reads: then every file is tried. */
  readonly traced?: TracedBuild | undefined;
  /** Files that say what is built: each is changed by itself. */
  readonly frontend: ReadonlySet<string>;
  /** Most changes that are tried. */
  readonly most: number;
}

/**
 * For each of the paths what it would do if that file alone got a line more. `probe` must start from a cache in which the context
 * as it stands is built.
 *
 * What no command looks into follows from who copies it: one file is tried for all that are copied by the same steps. What commands
 * look into is each tried by itself; where there are more files than tries, those that the same commands look into share one, and,
 * while there are tries left, another to see whether they agree. Files that no try was left for are left out.
 */
export function blastRadius(question: RadiusQuestion, probe: Probe): ReadonlyMap<string, Radius> {
  return new Trials(question, probe).run();
}

class Trials {
  private readonly found = new Map<string, Radius>();
  private readonly question: RadiusQuestion;
  private readonly probe: Probe;
  private left: number;

  constructor(question: RadiusQuestion, probe: Probe) {
    this.question = question;
    this.probe = probe;
    this.left = question.most;
  }

  run(): ReadonlyMap<string, Radius> {
    const { context, paths, traced, frontend, most, unchanged } = this.question;
    const classes = traced ? fileClasses(context, paths, traced) : paths.map((path): FileClass => ({ paths: [path], edges: none, readers: none, opened: true }));
    const always = rerunSteps(unchanged).length > 0;
    const alone = classes.flatMap((each) => each.paths.filter((path) => frontend.has(path)).map((path) => ({ ...each, paths: [path] })));
    const others = classes.map((each) => ({ ...each, paths: each.paths.filter((path) => !frontend.has(path)) })).filter(({ paths: { length } }) => length > 0);
    const [opened, closed] = [others.filter((each) => each.opened || (always && each.edges.size > 0)), others.filter((each) => !each.opened && !(always && each.edges.size > 0))];
    for (const each of alone) this.tryOne(each, each.paths[0]!);
    if (paths.length <= most) for (const each of opened) for (const path of each.paths) this.tryOne(each, path);
    else this.share(opened.sort((a, b) => b.paths.length - a.paths.length));
    const alike = paths.length <= most ? closed.flatMap((each) => this.bySize(each)) : closed;
    for (const each of alike.sort((a, b) => b.paths.length - a.paths.length)) {
      const radius = this.tryOne(each, each.paths[0]!) ?? this.worked(each);
      for (const path of each.paths) this.found.set(path, radius);
    }
    return new Map(paths.flatMap((path) => (this.found.has(path) ? [[path, this.found.get(path)!]] : [])));
  }

  /** The files of a class apart where sending them takes another time. */
  private bySize(each: FileClass): readonly FileClass[] {
    const sizes = new Map<number, string[]>();
    for (const path of each.paths) {
      const node = get(this.question.context, path);
      const size = node?.type === 'file' ? Math.floor(contentSize(node.content) / sizeStep) : 0;
      const known = sizes.get(size);
      if (known) known.push(path);
      else sizes.set(size, [path]);
    }
    return [...sizes.values()].map((paths) => ({ ...each, paths }));
  }

  private tryOne({ readers }: FileClass, path: string): Radius | undefined {
    const known = this.found.get(path);
    const node = get(this.question.context, path);
    if (known || this.left === 0 || node?.type !== 'file') return known;
    this.left--;
    const { traced, context, unchanged } = this.question;
    const { record } = this.probe(put(context, path, lengthened(node)));
    const radius = radiusOf(record, unchanged, (step) => (traced ? readers.has(step.id) : readRule(step, path) !== undefined));
    this.found.set(path, radius);
    return radius;
  }

  /** One for each first, so that many classes have an answer; then one more, which shows whether a class is of one mind. */
  private share(opened: readonly FileClass[]): void {
    for (const each of opened) this.tryOne(each, each.paths[0]!);
    for (const each of opened) {
      const first = this.tryOne(each, each.paths[0]!);
      if (!first) continue;
      const last = this.tryOne(each, each.paths.at(-1)!);
      for (const path of each.paths) {
        if (last && !sameReach(first, last)) this.tryOne(each, path);
        else this.found.set(path, first);
      }
    }
  }

  /** What follows from who copies it, where no try was left to see how long it takes. */
  private worked(each: FileClass): Radius {
    const { traced, unchanged } = this.question;
    const { reached, stopped } = traced ? follow(each, traced) : { reached: none, stopped: none };
    const always = new Set(rerunSteps(unchanged));
    const reach = unchanged.steps.map(({ id }): Reach => {
      if (reached.has(id) || always.has(id)) return each.readers.has(id) ? 'reads' : 'follows';
      return stopped.has(id) ? 'stops' : 'untouched';
    });
    return { reach };
  }
}

/** Bytes within which two files take the same time to send, as times are written. */
const sizeStep = 65_536;

const none: ReadonlySet<never> = new Set();

const sameReach = ({ reach: a }: Radius, { reach: b }: Radius): boolean => a.every((each, at) => each === b[at]);

/** The file with a newline more: a change that every reader of its bytes sees and no parser minds. */
function lengthened(node: FileNode): FileNode {
  const { content } = node;
  if (content.kind === 'described') return { ...node, content: { ...content, seed: `${content.seed}+` }, mtime: node.mtime + 1 };
  const bytes = bytesOf(content);
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = 10;
  return { ...file(longer, node), mtime: node.mtime + 1 };
}
