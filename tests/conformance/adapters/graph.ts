/** Build graphs, checks, targets and outlines in the shape of the reference recordings. */
import { readIgnoreFile } from '#engine/context/index.ts';
import { ruleNamed, warningText } from '#engine/dockerfile/checks/index.ts';
import { wellFormed as wellFormedText } from '#engine/dockerfile/go/bytes.ts';
import { checkBuild, listTargets, outlineBuild, planBuild, type Graph, type PlanRequest, type Vertex } from '#engine/graph/index.ts';
import type { FileAction, UserOpt } from '#engine/graph/op.ts';
import type { BaseImage } from '#engine/image/base.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { LineRange } from '#engine/source/range.ts';

type Json = Readonly<Record<string, unknown>>;

export interface GraphInput {
  readonly text: string;
  /** Frontend options. */
  readonly opts: Readonly<Record<string, string>>;
  /** Ignore files by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Operations, config, images and findings; or the error. */
export function build(input: GraphInput): Json {
  const result = planBuild(requestOf(input));
  if (!result.ok) return { error: errorJson(result.error) };
  const { platforms, multiPlatform, resolved, warnings } = result.plan;
  const by = <T>(of: (at: number) => T) => (multiPlatform ? Object.fromEntries(platforms.map(({ platform }, at) => [platform, of(at)])) : of(0));
  const [graph, config] = multiPlatform ? ['graphs', 'configs'] : ['graph', 'config'];
  return wellFormed({
    [graph]: by((at) => platforms[at] && graphJson(platforms[at].graph)),
    [config]: by((at) => platforms[at]?.config),
    resolved,
    warnings: warnings.map((found) => ({ message: warningText(found), url: found.url, lines: outer(found.lines) })),
  });
}

/** `docker build --check`. */
export function check(input: GraphInput): Json {
  const { warnings, error } = checkBuild(requestOf(input));
  return wellFormed({
    warnings: warnings.map(({ code, message, url, lines }) => ({ rule: code, message, description: ruleNamed(code)?.description, url, lines: outer(lines) })),
    ...(error && { error: { message: error.message, lines: outer(error.lines) } }),
  });
}

/** `docker build --call=targets`. */
export function targets(input: GraphInput): unknown {
  const result = listTargets(input.text);
  if ('error' in result) return { error: errorJson(result.error) };
  return wellFormed(result.map((target) => ({ ...target, lines: outer(target.lines) })));
}

/** `docker build --call=outline`. */
export function outline(input: GraphInput): unknown {
  const result = outlineBuild(requestOf(input));
  if ('error' in result) return { error: errorJson(result.error) };
  const entry = <T extends { readonly lines: readonly LineRange[] }>(item: T) => ({ ...item, lines: outer(item.lines) });
  return wellFormed({ ...result, args: result.args.map(entry), secrets: result.secrets.map(entry), ssh: result.ssh.map(entry) });
}

function requestOf({ text, opts, files }: GraphInput): PlanRequest {
  const name = ['Dockerfile.dockerignore', '.dockerignore'].find((file) => files[file] !== undefined);
  const read = name === undefined ? undefined : readIgnoreFile(files[name] ?? '', name);
  return {
    dockerfile: text,
    options: { attrs: opts },
    resolve: recordedBase,
    ...(read && { ignore: { file: read.file, patterns: read.patterns.map(({ pattern }) => pattern) } }),
  };
}

/** The one image that every reference leads to in the recordings: no digest, an empty config, one layer. */
function recordedBase(ref: string, platform: string): BaseImage {
  const [, os = '', version, architecture = '', variant] = /^([^/(]+)(?:\((.*)\))?\/([^/]+)(?:\/(.*))?$/.exec(platform) ?? [];
  const layer = `sha256:${'0'.repeat(64)}` as const;
  return {
    ref,
    platform,
    digest: '' as BaseImage['digest'],
    manifestDigest: layer,
    config: {
      architecture,
      config: {},
      history: [{ created: '2020-01-01T00:00:00Z', created_by: 'base' }],
      os,
      ...(version !== undefined && { 'os.version': version }),
      rootfs: { type: 'layers', diff_ids: [layer] },
      ...(variant !== undefined && { variant }),
    },
    layers: [],
    chainId: layer,
    root: { type: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0, entries: { size: 0, get: () => undefined } },
    fidelity: 'modelled',
  };
}

/** Vertices with zeros left out and 64-bit numbers as text, as protobuf writes them. */
function graphJson({ vertices, root }: Graph): Json {
  const groups = new Map([...new Set(vertices.flatMap(({ group }) => (group ? [group.id] : [])))].map((id, at) => [id, `g${at}`]));
  return {
    root,
    vertices: vertices.map((vertex) => ({ ...vertex, group: vertex.group && { ...vertex.group, id: groups.get(vertex.group.id) }, step: undefined, sharedBy: undefined, lines: vertex.lines?.map(pair), op: operationJson(vertex) })),
  };
}

/** Where an SSH agent without a target is mounted; recordings leave the path out. */
const agentSocket = '/run/buildkit/ssh_agent.';

function operationJson(vertex: Vertex): unknown {
  if (vertex.type === 'file') return { actions: vertex.op.actions.map(actionJson) };
  if (vertex.type !== 'exec') return vertex.op;
  const { meta, mounts, ...rest } = vertex.op;
  const { extraHosts, ulimit } = meta;
  const sockets = mounts.flatMap(({ mountType, dest }) => (mountType === 'SSH' && dest.startsWith(agentSocket) ? [dest] : []));
  return {
    ...rest,
    meta: {
      ...meta,
      env: meta.env?.filter((entry) => !sockets.includes(entry.replace(/^SSH_AUTH_SOCK=/, ''))),
      extraHosts: extraHosts?.map(({ host, IP }) => ({ Host: host, IP })),
      ulimit: ulimit?.map(({ Name, Soft, Hard }) => ({ Name, Soft: textOf(Soft), Hard: textOf(Hard) })),
    },
    mounts: mounts.map(({ tmpfsOpt, dest, ...mount }) => ({ ...mount, dest: sockets.includes(dest) ? undefined : dest, TmpfsOpt: tmpfsOpt })),
  };
}

function actionJson({ copy, mkdir, mkfile, ...numbers }: FileAction): Json {
  const body = copy ?? mkdir ?? mkfile;
  const owner = body?.owner && { user: userJson(body.owner.user), group: userJson(body.owner.group) };
  const shown = { ...body, owner, timestamp: body?.timestamp || undefined, mode: body?.mode || undefined };
  return { ...numbers, [copy ? 'copy' : mkdir ? 'mkdir' : 'mkfile']: shown };
}

function userJson(user: UserOpt | undefined): unknown {
  return user && 'byName' in user ? { byName: { name: user.byName.name, input: textOf(user.byName.input) } } : user;
}

function textOf(number: number): string | undefined {
  return number === 0 ? undefined : String(number);
}

function errorJson({ message, lines }: Diagnostic): unknown {
  return wellFormed({ message, lines: lines.map(pair) });
}

function pair({ first, last }: LineRange): readonly [number, number] {
  return [first, last];
}

/** One range around all. */
function outer(lines: readonly LineRange[]): readonly [number, number] | undefined {
  return lines.length === 0 ? undefined : [Math.min(...lines.map(({ first }) => first)), Math.max(...lines.map(({ last }) => last))];
}

/** The same value with stray bytes as U+FFFD. */
function wellFormed<T>(value: T): T {
  const fix = (inner: unknown): unknown => {
    if (typeof inner === 'string') return wellFormedText(inner);
    if (Array.isArray(inner)) return inner.map(fix);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, field]) => [wellFormedText(key), fix(field)]));
  };
  return fix(value) as T;
}
