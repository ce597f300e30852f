/**
 * Where a file of an image came from: the step that wrote it and its command, then the step of another stage that it was copied
 * from, and so on down to the context, a base image or an address. Read off the file systems of a build in which everything ran.
 */
import { cleanPath, emptyDir, get, hasWildcard, sameContent, walk } from '../fs/index.ts';
import type { Digest, DirNode, Node } from '../fs/node.ts';
import type { StepRead } from '../graph/plan.ts';
import { familiar } from '../image/index.ts';
import type { ReadLog } from '../run/request.ts';
import type { BuildResult } from '../solver/request.ts';
import type { StepRecord } from '../solver/record.ts';
import type { LineRange } from '../source/range.ts';

/** A build in which every command ran, what they read, and what they were given. */
export interface FullBuild {
  readonly result: BuildResult;
  readonly reads: ReadLog;
  readonly context: DirNode;
}

/** One place on the way, the nearest to the image first. */
export type ProvenanceLink =
  /** `made`: it stands here for the first time. `copied`: the next link has it too. `touched`: mode, owner or time alone were set here. */
  | { readonly kind: 'step'; readonly did: 'made' | 'copied' | 'touched'; readonly step: string; readonly stage: string; readonly text: string; readonly lines: LineRange; readonly path: string; readonly command?: string; readonly reads: readonly string[]; readonly more: number }
  /** `inside`: the file is an archive that was unpacked. */
  | { readonly kind: 'context'; readonly path: string; readonly inside: boolean }
  | { readonly kind: 'image'; readonly ref: string; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string };

export interface Provenance {
  readonly path: string;
  readonly links: readonly ProvenanceLink[];
}

/** Links of one answer, and files that a command is said to have read. */
const mostLinks = 40;
const mostReads = 60;

/** The way back of what is at `path` after the step; no links where nothing is there. Paths are relative, without leading slash. */
export function provenance(build: FullBuild, step: string, path: string): Provenance {
  const links: ProvenanceLink[] = [];
  let at: Place | undefined = { step, path };
  for (let hops = 0; at && hops < 10_000 && links.length < mostLinks; hops++) at = follow(build, at, links);
  return { path, links };
}

interface Place {
  readonly step: string;
  readonly path: string;
}

/** Notes what the step has to do with the file; where to look next. */
function follow(build: FullBuild, { step: id, path }: Place, links: ProvenanceLink[]): Place | undefined {
  const step = build.result.record.steps.find((each) => each.id === id);
  const node = step && get(treeOf(build, step), path);
  if (!step || !node) return undefined;
  const parent = step.reads.find((read) => read.kind === 'parent' || read.kind === 'stage')?.step;
  const below = parent === undefined ? undefined : { step: parent, path };
  if (step.keyword === 'FROM') {
    const image = step.reads.find((read) => read.kind === 'image');
    if (image) links.push({ kind: 'image', ref: named(image.ref), path });
    return below;
  }
  const before = parent === undefined ? undefined : nodeAt(build, parent, path);
  if (before && same(before, node)) return below;
  if (before && step.keyword === 'RUN' && sameInside(before, node)) {
    links.push(linkOf(build, step, path, node, 'touched'));
    return below;
  }
  const sources = step.keyword === 'COPY' || step.keyword === 'ADD' ? step.reads.filter(({ kind }) => kind === 'copy' || kind === 'context' || kind === 'remote') : [];
  const found = sources.map((read) => sourceOf(build, read, node, path, step)).find((source) => source !== undefined);
  links.push(linkOf(build, step, path, node, found ? 'copied' : 'made'));
  if (found && 'kind' in found) links.push(found);
  return found && 'step' in found ? found : undefined;
}

function linkOf(build: FullBuild, { id, stage, text, lines, keyword, vertex }: StepRecord, path: string, { origin }: Node, did: 'made' | 'copied' | 'touched'): ProvenanceLink {
  const read = keyword === 'RUN' && did === 'made' && vertex !== undefined ? contextReads(build, vertex) : [];
  const command = keyword === 'RUN' ? origin?.command : undefined;
  return {
    kind: 'step',
    did,
    step: id,
    stage: build.result.record.stages[stage]?.name ?? '',
    text,
    lines,
    path,
    ...(command !== undefined && { command }),
    reads: read.slice(0, mostReads),
    more: Math.max(0, read.length - mostReads),
  };
}

/** Files of the context whose contents the vertex's command looked at, wherever they lay by then. */
function contextReads({ reads, context }: FullBuild, vertex: Digest): readonly string[] {
  const found: string[] = [];
  for (const [path, node] of walk(context)) if (node.type === 'file' && reads.get(node.content)?.has(vertex)) found.push(path);
  return found;
}

/** Where what a COPY or ADD wrote stood before; undefined where it stood nowhere. */
function sourceOf(build: FullBuild, read: StepRead, node: Node, path: string, { keyword }: StepRecord): Place | ProvenanceLink | undefined {
  if (read.kind === 'remote') return { kind: 'remote', url: read.url };
  if (read.kind === 'context') {
    const found = search(build.context, read.paths, node, path);
    if (found !== undefined) return { kind: 'context', path: found, inside: false };
    const [archive = '', ...others] = read.paths.map(relative);
    return keyword === 'ADD' && others.length === 0 && get(build.context, archive)?.type === 'file' ? { kind: 'context', path: archive, inside: true } : undefined;
  }
  if (read.kind !== 'copy') return undefined;
  const from = build.result.record.steps.find(({ id }) => id === read.step);
  const found = from ? search(treeOf(build, from), read.paths, node, path) : undefined;
  if (from && found !== undefined) return { step: from.id, path: found };
  return read.image === undefined ? undefined : { kind: 'image', ref: named(read.image), path: read.paths.map(relative)[0] ?? '' };
}

/** The place below the paths that has the same, of several the one whose path ends most like `path`. */
function search(tree: DirNode, paths: readonly string[], node: Node, path: string): string | undefined {
  let best: { readonly path: string; readonly alike: number } | undefined;
  const consider = (at: string, candidate: Node): void => {
    if (!sameInside(candidate, node)) return;
    const alike = commonEnd(at, path);
    if (!best || alike > best.alike || (alike === best.alike && at.length < best.path.length)) best = { path: at, alike };
  };
  for (const each of paths) {
    const start = withoutPattern(relative(each));
    const root = start === '' ? tree : get(tree, start);
    if (!root) continue;
    consider(start, root);
    if (root.type === 'dir') for (const [below, candidate] of walk(root)) consider(start === '' ? below : `${start}/${below}`, candidate);
  }
  return best?.path;
}

/** Parts that two paths end with alike. */
function commonEnd(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  let alike = 0;
  while (alike < x.length && alike < y.length && x.at(-1 - alike) === y.at(-1 - alike)) alike++;
  return alike;
}

/** The folder above the first part that is a pattern; the path itself where none is. */
function withoutPattern(path: string): string {
  const parts = path.split('/');
  const at = parts.findIndex((part) => hasWildcard(part));
  return at < 0 ? path : parts.slice(0, at).join('/');
}

/** As people write it: `alpine:3.20`. */
const named = (ref: string): string => familiar(ref.split('@')[0] ?? ref);

const relative = (path: string): string => cleanPath(`/${path}`).slice(1);

/** Contents, target, or both a folder. */
function sameInside(a: Node, b: Node): boolean {
  if (a.type === 'file' && b.type === 'file') return a.content === b.content || sameContent(a.content, b.content);
  if (a.type === 'symlink' && b.type === 'symlink') return a.target === b.target;
  return a.type === b.type;
}

/** A folder is the same however much is in it. */
const same = (a: Node, b: Node): boolean => a === b || (a.mode === b.mode && a.uid === b.uid && a.gid === b.gid && sameInside(a, b) && (a.type === 'dir' || a.mtime === b.mtime));

const noFiles = emptyDir();

function treeOf({ result }: FullBuild, { vertex }: StepRecord): DirNode {
  return (vertex && result.trees.get(vertex)) ?? noFiles;
}

function nodeAt(build: FullBuild, id: string, path: string): Node | undefined {
  const step = build.result.record.steps.find((each) => each.id === id);
  return step && get(treeOf(build, step), path);
}
