/** What the frontend reads out of its options (BuildKit `dockerui/config.go`), with its words for what it cannot read. */
import { parseCheckOptions, type CheckOptions } from '../../dockerfile/checks/index.ts';
import { parseBool } from '../../dockerfile/go/number.ts';
import type { ExecMeta } from '../op.ts';
import { normalizePlatform, parsePlatform, type Platform } from '../platform.ts';
import { resourceError } from './resources.ts';
import { parseExtraHosts, parseShmSize, parseUlimits } from './values.ts';

export interface FrontendConfig {
  readonly target: string;
  /** Empty: none asked for. */
  readonly platforms: readonly Platform[];
  readonly multiPlatform: boolean;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  /** Undefined: cache as usual; empty: no stage may use it. */
  readonly noCache: readonly string[] | undefined;
  readonly resolveMode: 'pull' | 'local' | undefined;
  readonly extraHosts: NonNullable<ExecMeta['extraHosts']>;
  readonly ulimits: NonNullable<ExecMeta['ulimit']>;
  /** Bytes; 0 where not set. */
  readonly shmSize: number;
  readonly network: 'HOST' | 'NONE' | undefined;
  readonly hostname: string;
  readonly cgroupParent: string;
  readonly cacheNamespace: string;
  /** Of BUILDKIT_DOCKERFILE_CHECK, in the place of the directive. */
  readonly checkOptions: CheckOptions | undefined;
  /** `context:…` options by name. */
  readonly contexts: ReadonlyMap<string, string>;
}

const argPrefix = 'build-arg:';

/** Options → config; the error is that of the first option which cannot be read. */
export function readConfig(attributes: ReadonlyMap<string, string>): FrontendConfig | { readonly error: string } {
  const get = (key: string) => attributes.get(key) ?? '';
  if (get('override-copy-image') !== '') return { error: 'support for "override-copy-image" was removed in BuildKit 0.11' };
  if (parseBool(get(`${argPrefix}BUILDKIT_DISABLE_FILEOP`)) === true) return { error: 'support for "BUILDKIT_DISABLE_FILEOP" build-arg was removed in BuildKit 0.11' };

  const platforms: Platform[] = [];
  for (const text of get('platform') === '' ? [] : get('platform').split(',')) {
    const platform = parsePlatform(text);
    if ('error' in platform) return { error: `failed to parse target platform ${text}: ${platform.error}` };
    platforms.push(normalizePlatform(platform));
  }
  const mode = get('image-resolve-mode');
  if (!['', 'default', 'pull', 'local'].includes(mode)) return { error: `invalid image-resolve-mode: ${mode}` };
  const extraHosts = parseExtraHosts(get('add-hosts'));
  if ('error' in extraHosts) return { error: `failed to parse additional hosts: ${extraHosts.error}` };
  const shmSize = parseShmSize(get('shm-size'));
  if (typeof shmSize !== 'number') return { error: `failed to parse shm size: ${shmSize.error}` };
  const ulimits = parseUlimits(get('ulimit'));
  if ('error' in ulimits) return { error: `failed to parse ulimit: ${ulimits.error}` };
  const limits = resourceError(attributes);
  if (limits !== undefined) return { error: `failed to parse resource limits: ${limits}` };
  const network = get('force-network-mode');
  if (!['', 'none', 'host', 'sandbox'].includes(network)) return { error: `invalid netmode ${network}` };

  const multi = get(`${argPrefix}BUILDKIT_MULTI_PLATFORM`) || get('multi-platform');
  const asked = parseBool(multi);
  if (multi !== '' && asked === undefined) return { error: `invalid boolean value for multi-platform: ${multi}` };
  if (asked === false && platforms.length > 1) return { error: 'conflicting config: returning multiple target platforms is not allowed' };

  const checkText = attributes.get(`${argPrefix}BUILDKIT_DOCKERFILE_CHECK`);
  const checkOptions = checkText === undefined ? undefined : parseCheckOptions(checkText);
  if (checkOptions && 'message' in checkOptions) return { error: `failed to parse ${argPrefix}BUILDKIT_DOCKERFILE_CHECK: ${checkOptions.message}` };
  const noCache = attributes.get('no-cache');

  return {
    target: get('target'),
    platforms,
    multiPlatform: asked ?? platforms.length > 1,
    buildArgs: withPrefix(attributes, argPrefix),
    labels: withPrefix(attributes, 'label:'),
    noCache: noCache === undefined ? undefined : noCache === '' ? [] : noCache.split(','),
    resolveMode: mode === 'pull' || mode === 'local' ? mode : undefined,
    extraHosts: extraHosts.hosts,
    ulimits: ulimits.limits,
    shmSize,
    network: network === 'none' ? 'NONE' : network === 'host' ? 'HOST' : undefined,
    hostname: get(`${argPrefix}BUILDKIT_SANDBOX_HOSTNAME`) || get('hostname'),
    cgroupParent: get('cgroup-parent'),
    cacheNamespace: get(`${argPrefix}BUILDKIT_CACHE_MOUNT_NS`),
    checkOptions,
    contexts: withPrefix(attributes, 'context:'),
  };
}

function withPrefix(attributes: ReadonlyMap<string, string>, prefix: string): ReadonlyMap<string, string> {
  return new Map([...attributes].flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])));
}

/** Whether a stage's steps must not use the cache. */
export function ignoresCache(config: FrontendConfig, stage: string): boolean {
  if (!config.noCache) return false;
  return config.noCache.length === 0 || config.noCache.some((name) => name.toLowerCase() === stage.toLowerCase());
}
