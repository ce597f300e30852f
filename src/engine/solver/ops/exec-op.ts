/** RUN: mounts are put together, the command is run by `run`, and what it changed becomes a layer (BuildKit `ops/exec.go`). */
import { emptyDir, file, joinPath } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { ExecOp, Mount, Vertex } from '../../graph/op.ts';
import { exec } from '../../run/exec.ts';
import type { ExecMount, ExecRequest, ExecResult } from '../../run/request.ts';
import type { CacheRecord } from '../cache-store.ts';
import { execCacheMap } from '../keys/exec-op.ts';
import { keptMaps } from '../keys/kept-maps.ts';
import { containerStart } from '../schedule/costs.ts';
import type { SolveError } from '../schedule/solve-error.ts';
import { cacheMountRoot, keepCacheMount } from './cache-mount.ts';
import type { HeldCaches } from './cache-mount.ts';
import { goQuote } from './go-quote.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { layerRecord } from './results.ts';
import { selected } from './selected.ts';

const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The kind of operation that RUN is. */
export function execOperation(vertex: Vertex, op: ExecOp, digest: Digest, job: Job): OperationKind {
  const platform = vertex.platform ?? 'linux/amd64';
  return {
    preparesInputs: true,
    cacheMaps: () => keptMaps(op, () => [execCacheMap(op, vertex.inputs.length, platform)]),
    execute(inputs, done) {
      const timers: (() => void)[] = [];
      const giveBack = job.cacheMounts.take(op, inputs, (held) => {
        const request = execRequest(op, platform, inputs, digest, held, job);
        if ('message' in request) {
          timers.push(job.clock.after(0, () => end(undefined, request)));
          return;
        }
        const result = withRuntimeError(exec(request));
        for (const line of result.output) {
          timers.push(job.clock.after(containerStart + line.time, () => job.stream.log(digest, line.stream, line.text)));
        }
        timers.push(
          job.clock.after(containerStart + result.duration, () => {
            keepCaches(op, inputs, request, result, held, job);
            forgetWritten(op, inputs, job);
            const failure = failureOf(op, result);
            if (failure !== undefined) end(undefined, { message: `process ${goQuote(op.meta.args.join(' '))} did not complete successfully: ${failure}` });
            else end(outputs(op, inputs, result, job));
          }),
        );
      });
      const end: typeof done = (records, error) => {
        giveBack();
        done(records, error);
      };
      return () => {
        for (const stop of timers) stop();
        giveBack();
      };
    },
  };
}

/** What the container runtime says is printed, and the process counts as one that ended with 1; BuildKit's own words are not. */
function withRuntimeError(result: ExecResult): ExecResult {
  const { error, ...rest } = result;
  if (error === undefined) return result;
  const text = `${error}\n`;
  const output = result.output.filter((line) => line.text !== text);
  if (!error.startsWith('runc run failed')) return { ...result, output };
  return { ...rest, exitCode: 1, output: [...output, { stream: 2, time: result.duration, text }] };
}

const failureOf = (op: ExecOp, result: ExecResult): string | undefined => {
  if (result.error !== undefined) return result.error;
  const valid = op.meta.validExitCodes ?? [0];
  return valid.includes(result.exitCode) ? undefined : `exit code: ${result.exitCode}`;
};

function outputs(op: ExecOp, inputs: readonly (CacheRecord | undefined)[], result: ExecResult, job: Job): readonly CacheRecord[] {
  const records: CacheRecord[] = [];
  for (const mount of op.mounts) {
    if (mount.mountType !== 'BIND' || mount.output < 0) continue;
    const parent = inputs[mount.input];
    const tree = mount.dest === '/' ? result.root : parent?.snapshot.tree ?? emptyDir();
    const description = `mount ${mount.dest} from exec ${op.meta.args.join(' ')}`;
    const layer = { tree, description, fidelity: result.fidelity, notes: result.notes };
    records[mount.output] = layerRecord(job, parent, layer, inputs);
  }
  return records;
}

function execRequest(
  op: ExecOp,
  platform: string,
  inputs: readonly (CacheRecord | undefined)[],
  origin: Digest,
  held: HeldCaches,
  job: Job,
): ExecRequest | SolveError {
  const { meta } = op;
  const secretEnv: string[] = [];
  for (const { ID = '', name, optional } of op.secretenv ?? []) {
    const value = job.request.secrets?.[ID];
    if (value) secretEnv.push(`${name}=${latin1(value)}`);
    else if (!optional) return { message: `secret ${ID}: not found` };
  }
  const mounts: ExecMount[] = [];
  let root = emptyDir();
  for (const mount of op.mounts) {
    if (mount.dest === '/') {
      root = inputs[mount.input]?.snapshot.tree ?? root;
      continue;
    }
    const made = execMount(mount, inputs, held, job);
    if (made && 'message' in made) return made;
    if (made) mounts.push(made);
  }
  return {
    root,
    mounts,
    args: meta.args,
    env: [...withPath([...(meta.env ?? []), ...proxyEnv(meta.proxyEnv)]), ...secretEnv],
    cwd: meta.cwd,
    user: meta.user ?? '',
    network: op.network === 'NONE' ? 'none' : op.network === 'HOST' ? 'host' : 'default',
    platform,
    now: job.request.now + job.clock.now + containerStart,
    origin,
    ...(meta.hostname !== undefined && { hostname: meta.hostname }),
    ...(job.request.models && { models: job.request.models }),
    ...(job.request.reads && { reads: job.request.reads }),
  };
}

const withPath = (env: readonly string[]) => (env.some((entry) => entry.startsWith('PATH=')) ? env : [...env, defaultPath]);

/** Both spellings, as BuildKit gives them to the process. */
function proxyEnv(proxy: ExecOp['meta']['proxyEnv']): string[] {
  const names = { httpProxy: 'HTTP_PROXY', httpsProxy: 'HTTPS_PROXY', ftpProxy: 'FTP_PROXY', noProxy: 'NO_PROXY', allProxy: 'ALL_PROXY' };
  return Object.entries(names).flatMap(([field, name]) => {
    const value = proxy?.[field];
    return value ? [`${name}=${value}`, `${name.toLowerCase()}=${value}`] : [];
  });
}

function execMount(mount: Mount, inputs: readonly (CacheRecord | undefined)[], held: HeldCaches, job: Job): ExecMount | SolveError | undefined {
  const base = { target: mount.dest, root: emptyDir(), readonly: mount.readonly ?? false };
  switch (mount.mountType) {
    case 'TMPFS':
      return { ...base, kind: 'tmpfs' };
    case 'SSH':
      return mount.SSHOpt?.optional ? undefined : { message: 'no SSH key "default" forwarded from the client' };
    case 'SECRET': {
      const { ID = '', uid = 0, gid = 0, mode = 0o400, optional } = mount.secretOpt ?? {};
      const value = job.request.secrets?.[ID];
      if (value) return { ...base, kind: 'secret', file: file(value, { mode, uid, gid }) };
      return optional ? undefined : { message: `secret ${ID}: not found` };
    }
    case 'CACHE':
      return { ...base, kind: 'cache', root: cacheMountRoot(mount, inputs[mount.input], held, job) };
    case 'BIND': {
      const found = selected(inputs[mount.input]?.snapshot.tree ?? emptyDir(), mount.selector);
      if (found?.type === 'dir') return { ...base, kind: 'bind', root: found };
      if (found?.type === 'file') return { ...base, kind: 'bind', file: found };
      return { message: `failed to stat ${joinPath('/', mount.selector ?? '')}: no such file or directory` };
    }
  }
}

/** A client's folder that was mounted for writing cannot be updated any more: next time all of it is sent. */
function forgetWritten(op: ExecOp, inputs: readonly (CacheRecord | undefined)[], job: Job): void {
  for (const { mountType, readonly, dest, input } of op.mounts) {
    const record = inputs[input];
    if (mountType === 'BIND' && !readonly && dest !== '/' && record?.type === 'source.local') job.store.forgetSource(record.id);
  }
}

function keepCaches(
  op: ExecOp,
  inputs: readonly (CacheRecord | undefined)[],
  { mounts }: ExecRequest,
  { caches }: ExecResult,
  held: HeldCaches,
  job: Job,
): void {
  for (const mount of op.mounts) {
    if (mount.mountType !== 'CACHE') continue;
    const before = mounts.find(({ kind, target }) => kind === 'cache' && target === mount.dest);
    const after = caches.get(mount.dest);
    if (after) keepCacheMount(mount, inputs[mount.input], { before: before?.root ?? after, after }, op, held, job);
  }
}

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);
