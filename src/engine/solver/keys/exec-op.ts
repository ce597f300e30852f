/** The key of RUN: BuildKit `solver/llbsolver/ops/exec.go: CacheMap` and `getMountDeps`. */
import { joinPath, sha256 } from '../../fs/index.ts';
import type { ExecOp, Mount } from '../../graph/op.ts';
import { compactJson } from '../../image/go-json.ts';
import type { Json } from '../../image/go-json.ts';
import { dedupePaths } from './cache-map.ts';
import type { CacheDep, CacheMap } from './cache-map.ts';

const mountTypes = { BIND: 0, SECRET: 1, SSH: 2, CACHE: 3, TMPFS: 4 } as const;
const sharings = { SHARED: 0, PRIVATE: 1, LOCKED: 2 } as const;

/** Operation, number of inputs and platform (`linux/arm64/v8`) → key. */
export function execCacheMap(op: ExecOp, inputs: number, platform: string): CacheMap {
  const [os = 'linux', arch = 'amd64', variant] = platform.split('/');
  const { meta } = op;
  const exec: Json = {
    meta: {
      args: some(meta.args),
      env: some(meta.env),
      cwd: meta.cwd || undefined,
      user: meta.user || undefined,
      extraHosts: some(meta.extraHosts?.map(({ host }) => ({ Host: host }))),
      hostname: meta.hostname || undefined,
      ulimit: some(meta.ulimit?.map(({ Name, Soft, Hard }) => ({ Name, Soft: Soft || undefined, Hard: Hard || undefined }))),
      cgroupParent: meta.cgroupParent || undefined,
      removeMountStubsRecursive: meta.removeMountStubsRecursive || undefined,
      validExitCodes: some(meta.validExitCodes),
    },
    mounts: isRootOnly(op.mounts) ? undefined : some(op.mounts.map(mountJson)),
    network: op.network && { HOST: 1, NONE: 2 }[op.network],
    security: op.security && 1,
    secretenv: some(op.secretenv?.map(({ ID, name, optional }) => ({ ID: ID || undefined, name, optional: optional || undefined }))),
    cdiDevices: some(op.cdiDevices?.map(({ name, optional }) => ({ name, optional: optional || undefined }))),
  };
  const json = compactJson({ Type: 'buildkit.exec.v0', Exec: exec, OS: os, Arch: arch, Variant: variant });
  return { digest: sha256(json), deps: mountDeps(op.mounts, inputs), fields: execFields(op, platform) };
}

const some = (list: readonly Json[] | undefined) => (list && list.length > 0 ? list : undefined);

/** Only the root, as in a RUN without `--mount`: then no mount is in the key. */
function isRootOnly(mounts: readonly Mount[]): boolean {
  const [root, ...rest] = mounts;
  return rest.length === 0 && root?.dest === '/' && !root.readonly && root.mountType === 'BIND';
}

/** Where a cache mount's id is the default one; any other id and sharing is left out of the key. */
function keepsCacheId({ cacheOpt, dest }: Mount): boolean {
  const id = cacheOpt?.ID ?? '';
  const slash = id.indexOf('/');
  return (cacheOpt?.sharing ?? 'SHARED') === 'SHARED' && (id === dest || (slash >= 0 && id.slice(slash + 1) === dest));
}

function mountJson(mount: Mount): Json {
  const secret = (opt: Mount['secretOpt']): Json | undefined =>
    opt && {
      ID: opt.ID || undefined,
      uid: opt.uid || undefined,
      gid: opt.gid || undefined,
      mode: opt.mode || undefined,
      optional: opt.optional || undefined,
    };
  const keepsId = keepsCacheId(mount);
  return {
    input: mount.input || undefined,
    dest: mount.dest || undefined,
    output: mount.output || undefined,
    readonly: mount.readonly || undefined,
    mountType: mountTypes[mount.mountType] || undefined,
    TmpfsOpt: mount.tmpfsOpt && { size: mount.tmpfsOpt.size || undefined },
    cacheOpt: mount.cacheOpt && {
      ID: keepsId ? mount.cacheOpt.ID || undefined : undefined,
      sharing: keepsId ? sharings[mount.cacheOpt.sharing ?? 'SHARED'] || undefined : undefined,
    },
    secretOpt: secret(mount.secretOpt),
    SSHOpt: secret(mount.SSHOpt),
    resultID: mount.resultID || undefined,
    contentCache: mount.contentCache ? { DEFAULT: undefined, ON: 1, OFF: 2 }[mount.contentCache] : undefined,
  };
}

/** One for each input: selected paths, and whether the content below them may stand for the input. The last mount decides. */
function mountDeps(mounts: readonly Mount[], inputs: number): readonly CacheDep[] {
  const paths: string[][] = Array.from({ length: inputs }, () => []);
  const byContent: boolean[] = [];
  for (const mount of mounts) {
    if (mount.input < 0 || mount.mountType === 'SECRET' || mount.mountType === 'SSH' || mount.mountType === 'TMPFS') continue;
    const path = joinPath('/', mount.selector ?? '');
    paths[mount.input]?.push(path);
    const safe = mount.output === -1 || mount.readonly === true || path === '/';
    byContent[mount.input] = safe && mount.contentCache !== 'OFF' && !(mount.dest === '/' && mount.contentCache !== 'ON');
  }
  return paths.map((selected, input) => {
    const deduped = dedupePaths(selected);
    const selectors = deduped.includes('/') ? [] : deduped.map((path) => ({ path, followLinks: true }));
    return {
      selector: selected.length > 0 ? sha256(selected.join('\0')) : '',
      ...(byContent[input] && { content: selectors.length > 0 ? selectors : [{ path: '/' }], paths: deduped }),
    };
  });
}

function execFields({ meta, mounts, network, security, secretenv }: ExecOp, platform: string): Record<string, string> {
  const fields: Record<string, string> = {};
  meta.args.forEach((argument, i) => (fields[`argument ${i + 1}`] = argument));
  for (const entry of meta.env ?? []) {
    const at = entry.indexOf('=');
    fields[`environment ${at < 0 ? entry : entry.slice(0, at)}`] = at < 0 ? '' : entry.slice(at + 1);
  }
  fields['working directory'] = meta.cwd;
  if (meta.user) fields['user'] = meta.user;
  if (meta.hostname) fields['host name'] = meta.hostname;
  for (const { host } of meta.extraHosts ?? []) fields[`host ${host}`] = host;
  for (const { Name, Soft, Hard } of meta.ulimit ?? []) fields[`ulimit ${Name}`] = `${Soft}:${Hard}`;
  if (meta.cgroupParent) fields['cgroup parent'] = meta.cgroupParent;
  for (const { name, ID } of secretenv ?? []) fields[`secret ${name}`] = ID ?? '';
  for (const mount of mounts) {
    if (mount.dest === '/') continue;
    const id = mount.secretOpt?.ID ?? mount.SSHOpt?.ID ?? (keepsCacheId(mount) ? mount.cacheOpt?.ID : undefined);
    fields[`mount ${mount.dest}`] = [mount.mountType.toLowerCase(), id, mount.readonly && 'readonly'].filter(Boolean).join(' ');
  }
  if (network) fields['network'] = network.toLowerCase();
  if (security) fields['security'] = security.toLowerCase();
  fields['platform'] = platform;
  return fields;
}
