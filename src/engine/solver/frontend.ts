/**
 * What happens before the graph is solved: BuildKit's `dockerui` and the outer half of `dockerfile2llb`. The Dockerfile comes
 * in, its base images are looked up, the ignore file is read; each is a vertex of the log.
 */
import { findIgnoreFile, sendContext, transferSize } from '../context/index.ts';
import type { IgnoreFile } from '../context/index.ts';
import { baseName, dirName, dirOf, get, joinPath, resolvePath, textOf } from '../fs/index.ts';
import type { Digest, DirNode, FileNode } from '../fs/index.ts';
import type { PlanRequest } from '../graph/index.ts';
import type { BuildPlan } from '../graph/plan.ts';
import type { BaseImage, ResolveImage } from '../image/base.ts';
import { formatReference, parseReference, withDefaultTag } from '../image/index.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SendFolder } from './ops/job.ts';
import { folderName } from './ops/local-source.ts';
import { ownedByRoot } from './owned-by-root.ts';
import { planOf } from './plan-memo.ts';
import type { Lookup } from './plan-memo.ts';
import type { BuildRequest } from './request.ts';
import { pass } from './schedule/clock.ts';
import type { Clock } from './schedule/clock.ts';
import { metadataKnown, metadataLoad, transferLeast } from './schedule/costs.ts';
import { internalVertex } from './internal-vertex.ts';
import type { InternalVertex } from './internal-vertex.ts';
import type { StatusStream } from './stream.ts';

/** What is known before anything is solved: a plan, or the error that stands in its way. */
export interface Frontend {
  readonly dockerfile: { readonly path: string; readonly text: string };
  readonly plan?: BuildPlan;
  readonly error?: Diagnostic;
  readonly warnings: readonly Diagnostic[];
  readonly ignore?: IgnoreFile;
  /** Every image that was asked for, by `docker-image://…@digest` and platform. */
  readonly image: (identifier: string, platform: string) => BaseImage | undefined;
  readonly folder: SendFolder;
}

/** Reads the Dockerfile and asks `graph` for the plan, with the vertices that BuildKit shows for it. */
export function runFrontend(request: BuildRequest, clock: Clock, stream: StatusStream): Frontend {
  const path = request.dockerfilePath;
  const name = baseName(path);
  const definition = internalVertex(stream, `[internal] load build definition from ${name}`);
  const found = dockerfileNode(request.definitions ?? request.context, path);
  const sent = dirOf(definitionFiles(request.definitions ?? request.context, path));
  transfer(definition, 'dockerfile', sent, clock, stream);

  const none = { image: imagesOf([], request.resolve), folder: sendFolder(request, undefined), warnings: [] };
  if (!found) {
    definition.complete();
    const message = `failed to read dockerfile: open ${name}: no such file or directory`;
    return { ...none, dockerfile: { path, text: '' }, error: { code: 'graph', severity: 'error', message, range: { from: 0, to: 0 }, lines: [] } };
  }
  const text = textOf(found);
  const ignore = findIgnoreFile(request.context, request.definitions ? '' : path);
  const { result: planned, lookups } = planOf({
    dockerfile: text,
    options: request.options,
    resolve: request.resolve,
    ...(ignore && !ignore.error && { ignore: patternsOf(ignore) }),
    ...(request.namedContexts && { contextIgnore: ignoresOf(request.namedContexts) }),
  });
  const warnings = planned.ok ? planned.plan.warnings : planned.warnings;
  for (const warning of warnings) warn(stream, definition.digest, warning);
  definition.complete();

  const asked = new Map(lookups.map(({ ref, platform }) => [`${ref} ${platform}`, metadataName(ref)]));
  const names = planned.ok ? planned.plan.resolved.map(({ name }) => name) : [...asked.values()];
  loadMetadata(names, lookups, request, clock, stream);
  const plan = planned.ok ? planned.plan : undefined;
  // Bases are looked up before any stage is converted: an error after that comes after the ignore file was read.
  const converting = plan !== undefined || (lookups.length > 0 && lookups.every(({ image }) => !('error' in image)));
  for (const name of plan ? namedFolders(plan) : []) {
    const vertex = internalVertex(stream, `[context ${name}] load .dockerignore`);
    sendIgnoreFile(vertex, request.namedContexts?.[name], clock, stream);
  }
  if (converting && !ignore?.file.endsWith(`${name}.dockerignore`)) {
    sendIgnoreFile(internalVertex(stream, '[internal] load .dockerignore'), request.context, clock, stream);
  }
  const error = planned.ok ? ignore?.error : planned.error;
  return {
    dockerfile: { path, text },
    warnings,
    ...(plan && !error && { plan }),
    ...(error && { error }),
    ...(ignore && { ignore }),
    image: imagesOf(lookups, request.resolve),
    folder: sendFolder(request, ignore),
  };
}

/** Folders beside the context that the plan reads. */
function namedFolders(plan: BuildPlan): readonly string[] {
  const names = plan.platforms.flatMap(({ graph }) =>
    graph.vertices.flatMap((vertex) => (vertex.type === 'source' && vertex.op.identifier.startsWith('local://') ? folderName(vertex.op) : [])),
  );
  return [...new Set(names)].filter((name) => name !== 'context');
}

function sendIgnoreFile(vertex: InternalVertex, folder: DirNode | undefined, clock: Clock, stream: StatusStream): void {
  const file = folder && get(folder, '.dockerignore');
  transfer(vertex, 'context', dirOf(file ? [['.dockerignore', file]] : []), clock, stream);
  vertex.complete();
}

const patternsOf = ({ file, patterns }: IgnoreFile) => ({ file, patterns: patterns.map(({ pattern }) => pattern) });

/** The ignore files of named contexts that have one. */
function ignoresOf(contexts: Readonly<Record<string, DirNode>>): NonNullable<PlanRequest['contextIgnore']> {
  return Object.fromEntries(
    Object.entries(contexts).flatMap(([name, folder]) => {
      const ignore = findIgnoreFile(folder, '');
      return ignore ? [[name, patternsOf(ignore)]] : [];
    }),
  );
}

function dockerfileNode(context: DirNode, path: string): FileNode | undefined {
  const candidates = baseName(path) === 'Dockerfile' ? [path, joinPath(dirName(path), 'dockerfile')] : [path];
  for (const candidate of candidates) {
    const found = resolvePath(context, candidate);
    if (!('error' in found) && found.node?.type === 'file') return found.node;
  }
  return undefined;
}

/** The Dockerfile and what may go with it, as they lie in its folder. */
function definitionFiles(context: DirNode, path: string): readonly (readonly [string, FileNode])[] {
  const name = baseName(path);
  const names = [name, `${name}.dockerignore`, ...(name === 'Dockerfile' ? ['dockerfile'] : [])];
  return names.flatMap((each) => {
    const found = resolvePath(context, joinPath(dirName(path), each));
    return !('error' in found) && found.node?.type === 'file' ? [[each, found.node] as const] : [];
  });
}

function transfer(vertex: InternalVertex, folder: string, sent: DirNode, clock: Clock, stream: StatusStream): void {
  const report = stream.status(vertex.digest, `transferring ${folder}:`);
  pass(clock, transferLeast);
  report({ current: transferSize(sent), completed: true });
}

/** All at once, as long as the slowest takes. */
function loadMetadata(names: readonly string[], lookups: readonly Lookup[], request: BuildRequest, clock: Clock, stream: StatusStream): void {
  const open = names.map((name, i) => internalVertex(stream, name, String(i)));
  if (open.length === 0) return;
  const known = lookups.every(({ image }) => !('error' in image) && image.layers.every(({ digest }) => request.store.blobs.has(digest)));
  pass(clock, known ? metadataKnown : metadataLoad);
  const failed = lookups.find(({ image }) => 'error' in image);
  open.forEach(({ complete }, i) => {
    const image = lookups[i]?.image;
    if (image && 'error' in image) complete(image.error);
    else complete(failed && lookups.length === open.length && !image ? 'context canceled' : undefined);
  });
}

function metadataName(ref: string): string {
  const parsed = parseReference(ref);
  return `[internal] load metadata for ${'error' in parsed ? ref : formatReference(withDefaultTag(parsed))}`;
}

function warn(stream: StatusStream, vertex: Digest, { code, message, lines, url }: Diagnostic): void {
  const first = lines[0]?.first;
  stream.warn(vertex, {
    message: `${code}: ${message}${first === undefined ? '' : ` (line ${first})`}`,
    ...(url !== undefined && { url }),
    lines: lines.map((range) => [range.first, range.last] as const),
  });
}

/** A named context's image has no digest in its identifier: it is looked up by its name. */
const imagesOf =
  (lookups: readonly Lookup[], resolve: ResolveImage) =>
  (identifier: string, platform: string): BaseImage | undefined => {
    const [name = '', digest] = identifier.replace(/^docker-image:\/\//, '').split('@');
    if (digest === undefined) {
      const image = resolve(name, platform);
      return 'error' in image ? undefined : image;
    }
    const images = lookups.flatMap((lookup) => ('error' in lookup.image ? [] : [{ ...lookup, image: lookup.image }]));
    const same = images.filter(({ image }) => image.digest === digest);
    return (same.find((lookup) => lookup.platform === platform) ?? same.find(({ image }) => image.platform === platform) ?? same[0])?.image;
  };

function sendFolder(request: BuildRequest, ignore: IgnoreFile | undefined): SendFolder {
  return (name, followPaths) => {
    const main = name === 'context';
    const folder = main ? request.context : request.namedContexts?.[name];
    if (!folder) return { error: `no local sources enabled for ${name}` };
    const rules = main ? ignore : findIgnoreFile(folder, 'Dockerfile');
    const sent = sendContext(folder, rules, followPaths ? { followPaths } : {});
    return 'error' in sent ? sent : { root: ownedByRoot(sent.root) };
  };
}
