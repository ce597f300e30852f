/** Settings of a build → what the workspace is asked for, with buildx's words for what cannot be (`buildx/build`, `util/buildflags`). */
import { dirOf, emptyDir, file as fileNode, get } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import type { BuildOptions } from '../../graph/plan.ts';
import { parseReference } from '../../image/index.ts';
import { encodeUtf8 } from '../../source/utf8.ts';
import type { CacheFrom, CacheTo, Output } from '../../workspace/build-request.ts';
import type { BuildCommand } from '../../workspace/operations/build.ts';
import { isProblem, type Session } from '../session.ts';
import { project } from '../workstation.ts';
import { toText } from '../../run/system/byte-string.ts';
import { csvFields, csvPairs, type BuildSettings } from './settings.ts';

/** A build that cannot be asked for: the whole line, `ERROR: ` included. */
export interface BuildRefusal {
  readonly error: string;
}

export interface AskedBuild {
  readonly command: BuildCommand;
  /** The Dockerfile's path in the context. */
  readonly path: string;
  readonly context: DirNode;
  readonly outputs: readonly Output[];
  /** Name in the history of builds. */
  readonly name: string;
}

const failed = (message: string): BuildRefusal => ({ error: `ERROR: failed to build: ${message}` });
const invalid = (message: string): BuildRefusal => ({ error: `ERROR: ${message}` });

/** Everything that a build needs, from the files as they are now. */
export function askBuild(session: Session, settings: BuildSettings): AskedBuild | BuildRefusal {
  const tags = settings.tags ?? [];
  for (const tag of tags) {
    const parsed = parseReference(tag);
    if ('error' in parsed) return failed(`invalid tag ${JSON.stringify(tag)}: ${/must be lowercase/.test(parsed.error) ? 'repository name must be lowercase' : parsed.error}`);
  }
  const platforms = (settings.platforms ?? []).flatMap((platform) => platform.split(',')).map((platform) => platform.trim()).filter((platform) => platform !== '');
  const oddPlatform = platforms.find((platform) => !/^[\w.-]+(\/[\w.-]+){0,2}$/.test(platform));
  if (oddPlatform !== undefined) return failed(`${JSON.stringify(oddPlatform)}: cannot parse platform specifier: invalid argument`);
  if (settings.noCache && (settings.noCacheFilter ?? []).length > 0) return failed('--no-cache and --no-cache-filter cannot currently be used together');
  const oddHost = settings.addHosts?.find((host) => !/^[^:=]+[:=].+$/.test(host));
  if (oddHost !== undefined) return failed(`invalid host ${oddHost}`);
  const network = settings.network ?? 'default';
  if (!['default', 'none', 'host', ''].includes(network)) return failed(`network mode ${JSON.stringify(network)} not supported by buildkit - you can define a custom network for your builder using the network driver-opt in buildx create`);
  const entitlement = (settings.allow ?? []).find((one) => !/^(network\.host|security\.insecure|device(=.*)?)$/.test(one));
  if (entitlement !== undefined) return failed(`unknown entitlement ${entitlement}`);

  const outputs = readOutputs(settings);
  if ('error' in outputs) return outputs;
  const pushes = settings.push === true || outputs.some((output) => output.type === 'image' && output.push === true);
  if (pushes && tags.length === 0) return failed('tag is needed when pushing to registry');
  const cacheTo = readCacheTo(settings.cacheTo ?? []);
  if ('error' in cacheTo) return cacheTo;
  const cacheFrom = readCacheFrom(settings.cacheFrom ?? []);
  if ('error' in cacheFrom) return cacheFrom;
  const secrets = readSecrets(session, settings.secrets ?? []);
  if (isRefusal(secrets)) return secrets;
  if ((settings.ssh ?? []).length > 0 && session.variable('SSH_AUTH_SOCK') === undefined && settings.ssh?.includes('default')) {
    return failed('failed to convert agent config {default [] false}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set');
  }
  const oddAttest = (settings.attests ?? []).find((attest) => !attest.includes('='));
  if (oddAttest !== undefined) return invalid(`invalid value ${oddAttest}`);

  const place = readContext(session, settings);
  if ('error' in place) return place;
  const named = readNamedContexts(session, settings.contexts ?? {});
  if (isRefusal(named)) return named;

  const attrs: Record<string, string> = {};
  if (settings.addHosts?.length) attrs['add-hosts'] = settings.addHosts.map((host) => host.replace(/^([^:=]+):/, '$1=')).join(',');
  if (network !== 'default' && network !== '') attrs['force-network-mode'] = network;
  if (settings.shmSize !== undefined) attrs['shm-size'] = String(bytesOf(settings.shmSize));
  if (settings.ulimits?.length) attrs['ulimit'] = settings.ulimits.join(',');
  if (settings.cgroupParent) attrs['cgroup-parent'] = settings.cgroupParent;
  const epoch = session.variable('SOURCE_DATE_EPOCH');
  const options: BuildOptions = {
    file: place.path,
    ...(settings.target !== undefined && settings.target !== '' && { target: settings.target }),
    ...(platforms.length > 0 && { platforms }),
    ...(settings.buildArgs && Object.keys(settings.buildArgs).length > 0 && { buildArgs: settings.buildArgs }),
    ...(settings.labels && Object.keys(settings.labels).length > 0 && { labels: settings.labels }),
    ...(settings.noCache ? { noCache: true } : settings.noCacheFilter?.length ? { noCache: settings.noCacheFilter } : {}),
    ...(settings.pull && { pull: true }),
    ...(tags.length > 0 && { tags }),
    ...(Object.keys(named.elsewhere).length > 0 && { contexts: named.elsewhere }),
    ...(epoch !== undefined && /^\d+$/.test(epoch) && { sourceDateEpoch: epoch }),
    ...(Object.keys(attrs).length > 0 && { attrs }),
  };
  const provenance = settings.provenance ?? settings.attests?.map((attest) => csvPairs(attest)).find((pairs) => !('error' in pairs) && pairs.get('type') === 'provenance' && pairs.get('disabled') === 'true');
  const first = outputs[0];
  return {
    path: place.path,
    context: place.root,
    outputs,
    name: place.name,
    command: {
      options,
      ...(place.context && { context: place.context }),
      ...(secrets.size > 0 && { secrets: Object.fromEntries(secrets) }),
      ...(Object.keys(named.folders).length > 0 && { namedContexts: named.folders }),
      ...(cacheTo.length > 0 && { cacheTo }),
      ...(cacheFrom.length > 0 && { cacheFrom }),
      ...(first && { output: first }),
      ...(pushes && { push: true }),
      ...((settings.load === true || outputs.some((output) => output.type === 'docker' && output.dest === undefined)) && { load: true }),
      ...(provenance !== undefined && (provenance === 'false' || typeof provenance === 'object') && { provenance: false }),
    },
  };
}

const isRefusal = (value: object): value is BuildRefusal => 'error' in value && typeof value.error === 'string';

function bytesOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?/i.exec(text);
  return Math.round(Number(match?.[1] ?? 0) * 1024 ** ('kmgtp'.indexOf((match?.[2] ?? '').toLowerCase()) + 1 || 0));
}

interface Place {
  /** Where it is not the project as a whole. */
  readonly context?: DirNode;
  readonly root: DirNode;
  readonly path: string;
  readonly name: string;
}

function readContext(session: Session, { context, file, inline }: BuildSettings): Place | BuildRefusal {
  if (context === '-') {
    if (file === '-') return invalid('invalid argument: can\'t use stdin for both build context and dockerfile');
    const text = toText(session.input());
    if (text.trim() === '') return failed('failed to solve: the Dockerfile cannot be empty');
    const root = dirOf([['Dockerfile', fileNode(text, { mtime: session.now })]], { mtime: session.now });
    return { context: root, root, path: 'Dockerfile', name: '-' };
  }
  if (/^(https?|git|ssh):\/\/|^git@|^github\.com\//.test(context)) return { error: `docker buildx build: contexts from the network (${context}) are not simulated: build a folder of the project.` };
  const at = session.path(context);
  const folder = session.folder(at);
  if ('error' in folder) {
    if (folder.error === 'not a directory') return failed(`unable to prepare context: context must be a directory: ${at}`);
    return failed(`unable to prepare context: path ${JSON.stringify(context)} not found`);
  }
  const whole = at === project;
  const name = at.split('/').at(-1) ?? '';
  if (inline !== undefined || file === '-') {
    const text = inline ?? toText(session.input());
    if (text.trim() === '') return failed('failed to solve: the Dockerfile cannot be empty');
    return { error: 'docker buildx build: a Dockerfile that does not lie in the context is not simulated: write it to a file of the project and name it with --file.' };
  }
  const path = file === undefined ? `${at}/Dockerfile` : session.path(file);
  if (!path.startsWith(`${at}/`)) {
    if (!session.process.peek(path)) return failed(`failed to solve: failed to read dockerfile: open ${path.split('/').at(-1)}: no such file or directory`);
    return { error: 'docker buildx build: a Dockerfile that does not lie in the context is not simulated: move it into the folder that is built.' };
  }
  return { ...(!whole && { context: folder }), root: folder, path: path.slice(at.length + 1), name };
}

function readNamedContexts(session: Session, contexts: Readonly<Record<string, string>>) {
  const folders: Record<string, DirNode> = {};
  const elsewhere: Record<string, string> = {};
  for (const [name, value] of Object.entries(contexts)) {
    if (/^[\w+.-]+:\/\/|^docker-image:|^target:/.test(value)) {
      elsewhere[name] = value;
      continue;
    }
    const folder = session.folder(session.path(value));
    if ('error' in folder) return failed(`failed to get build context ${name}: stat ${value}: ${folder.error}`);
    folders[name] = folder;
    elsewhere[name] = `local:${name}`;
  }
  return { folders, elsewhere };
}

function readSecrets(session: Session, secrets: readonly string[]): ReadonlyMap<string, Uint8Array> | BuildRefusal {
  const found = new Map<string, Uint8Array>();
  for (const [id, text] of Object.entries(session.world.scenario.secrets ?? {})) if (secrets.some((secret) => csvFields(secret).includes(`id=${id}`))) found.set(id, encodeUtf8(text));
  for (const secret of secrets) {
    const pairs = csvPairs(secret);
    if ('error' in pairs && typeof pairs.error === 'string') return invalid(pairs.error);
    const fields = pairs as ReadonlyMap<string, string>;
    const id = fields.get('id') ?? '';
    const path = fields.get('src') ?? fields.get('source');
    const variable = fields.get('env') ?? (path === undefined ? id : undefined);
    const value = variable === undefined ? undefined : session.variable(variable);
    if (path === undefined && value !== undefined) {
      found.set(id, encodeUtf8(value));
      continue;
    }
    if (path === undefined && found.has(id)) continue;
    const text = session.text(path ?? id);
    if (isProblem(text)) return failed(`failed to stat ${path ?? id}: stat ${path ?? id}: ${text.error}`);
    found.set(id, encodeUtf8(text));
  }
  return found;
}

function readOutputs({ outputs = [], push, load }: BuildSettings): readonly Output[] | BuildRefusal {
  const read: Output[] = [];
  for (const output of outputs) {
    if (!output.includes('=')) {
      read.push(output === '-' ? { type: 'tar', dest: '-' } : { type: 'local', dest: output });
      continue;
    }
    const pairs = csvPairs(output);
    if ('error' in pairs && typeof pairs.error === 'string') return invalid(`invalid value ${output}`);
    const fields = pairs as ReadonlyMap<string, string>;
    const type = fields.get('type');
    const dest = fields.get('dest');
    if (type === undefined || type === '') return invalid(`type is required for output`);
    if (type === 'registry') read.push({ type: 'image', push: true });
    else if (type === 'image') read.push({ type: 'image', ...(fields.get('push') === 'true' && { push: true }) });
    else if (type === 'docker') read.push({ type: 'docker', ...(dest !== undefined && { dest }) });
    else if (type === 'cacheonly') read.push({ type: 'cacheonly' });
    else if (type === 'local' || type === 'tar' || type === 'oci') {
      if (dest === undefined && type === 'local') return failed('dest is required for local exporter');
      read.push({ type, dest: dest ?? '-' });
    } else return failed(`failed to solve: exporter ${JSON.stringify(type)} could not be found`);
  }
  if (read.length === 0 && push) read.push({ type: 'image', push: true });
  else if (read.length === 0 && load) read.push({ type: 'docker' });
  return read;
}

function readCacheTo(list: readonly string[]): readonly CacheTo[] | BuildRefusal {
  const read: CacheTo[] = [];
  for (const text of list) {
    const fields = cacheFields(text);
    if (isRefusal(fields)) return fields;
    const type = fields.get('type');
    const mode = fields.get('mode') === 'max' ? 'max' : 'min';
    if (type === 'inline') read.push({ type });
    else if (type === 'registry') read.push({ type, to: fields.get('ref') ?? '', mode });
    else if (type === 'local') {
      const to = fields.get('dest');
      if (to === undefined) return failed('failed to solve: dest is required for local cache exporter');
      read.push({ type, to, mode });
    } else if (type === 'gha' || type === 's3' || type === 'azblob') return { error: `docker buildx build: a cache of type ${type} is not simulated: use registry, local or inline.` };
    else return failed(`failed to solve: unknown cache exporter: ${JSON.stringify(type ?? '')}`);
  }
  return read;
}

function readCacheFrom(list: readonly string[]): readonly CacheFrom[] | BuildRefusal {
  const read: CacheFrom[] = [];
  for (const text of list) {
    const fields = cacheFields(text);
    if (isRefusal(fields)) return fields;
    const type = fields.get('type');
    if (type === 'registry') read.push({ type, from: fields.get('ref') ?? '' });
    else if (type === 'local') {
      const from = fields.get('src');
      if (from === undefined) return failed('failed to solve: src is required for local cache importer');
      read.push({ type, from });
    } else if (type === 'gha' || type === 's3' || type === 'azblob') return { error: `docker buildx build: a cache of type ${type} is not simulated: use registry or local.` };
    else return failed(`failed to solve: unknown cache importer: ${JSON.stringify(type ?? '')}`);
  }
  return read;
}

/** A reference alone stands for a cache in a registry. */
function cacheFields(text: string): ReadonlyMap<string, string> | BuildRefusal {
  if (!text.includes('=')) return new Map([['type', 'registry'], ['ref', text]]);
  const pairs = csvPairs(text);
  return 'error' in pairs && typeof pairs.error === 'string' ? invalid(pairs.error) : (pairs as ReadonlyMap<string, string>);
}

/** The text of the Dockerfile of a build; undefined where it is none. */
export function dockerfileOf({ context, path }: Pick<AskedBuild, 'context' | 'path'>) {
  const node = get(context, path);
  return node?.type === 'file' ? node : undefined;
}

/** A context with nothing in it. */
export const nothing: DirNode = emptyDir();
