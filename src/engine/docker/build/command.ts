/** Settings of a build → what the workspace is asked for, with buildx's words for what cannot be (`buildx/build`, `util/buildflags`). */
import { get } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import type { BuildOptions } from '../../graph/plan.ts';
import { parseReference } from '../../image/index.ts';
import type { Output } from '../../workspace/build-request.ts';
import type { BuildCommand } from '../../workspace/operations/build.ts';
import type { Session } from '../session.ts';
import { readContext, readNamedContexts } from './context.ts';
import { readCacheFrom, readCacheTo, readOutputs } from './exports.ts';
import { failed, invalid, isRefusal, type BuildRefusal } from './refusal.ts';
import { readSecrets } from './secrets.ts';
import { csvPairs, type BuildSettings } from './settings.ts';

/** A build that can be asked for, and what the command line needs to know of it. */
export interface AskedBuild {
  readonly command: BuildCommand;
  /** The Dockerfile's path in the context. */
  readonly path: string;
  readonly context: DirNode;
  /** The folder of the Dockerfile: the context, most often. */
  readonly definitions: DirNode;
  readonly outputs: readonly Output[];
  /** Name in the history of builds. */
  readonly name: string;
}

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
    definitions: place.definitions ?? place.root,
    outputs,
    name: place.name,
    command: {
      options,
      ...(place.context && { context: place.context }),
      ...(place.definitions && { definitions: place.definitions }),
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

function bytesOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?/i.exec(text);
  return Math.round(Number(match?.[1] ?? 0) * 1024 ** ('kmgtp'.indexOf((match?.[2] ?? '').toLowerCase()) + 1 || 0));
}

/** The Dockerfile of a build; undefined where there is none. */
export function dockerfileOf({ definitions, path }: Pick<AskedBuild, 'definitions' | 'path'>) {
  const node = get(definitions, path);
  return node?.type === 'file' ? node : undefined;
}
