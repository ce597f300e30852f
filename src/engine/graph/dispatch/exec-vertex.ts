/** Commands as vertices (BuildKit `client/llb/exec.go`). */
import { compareNames } from '../../fs/index.ts';
import type { State } from '../llb/state.ts';
import type { Inputs, Output, PendingVertex, VertexMeta } from '../llb/vertex.ts';
import type { ExecMeta, ExecOp, Mount, SecretOpt } from '../op.ts';
import { normalizePlatform } from '../platform.ts';

/** A mount before its inputs have numbers. */
export interface PendingMount {
  readonly target: string;
  readonly source?: Output;
  readonly selector?: string;
  readonly readonly?: boolean;
  /** Nothing of what is written is kept. */
  readonly noOutput?: boolean;
  readonly cache?: { readonly id: string; /** Shared where absent. */ readonly sharing: 'PRIVATE' | 'LOCKED' | undefined };
  /** Bytes; 0 is no limit. */
  readonly tmpfs?: { readonly size: number };
}

export interface PendingSecret {
  readonly id: string;
  readonly target?: string;
  readonly env?: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly optional: boolean;
}

/** An SSH agent; without a target it gets a numbered socket. */
export type PendingSsh = Omit<PendingSecret, 'env'>;

export interface PendingExec {
  readonly args: readonly string[];
  readonly mounts: readonly PendingMount[];
  readonly secrets: readonly PendingSecret[];
  readonly ssh: readonly PendingSsh[];
  readonly network?: 'HOST' | 'NONE' | undefined;
  readonly security?: 'INSECURE' | undefined;
  readonly proxy: ExecMeta['proxyEnv'];
  readonly extraHosts: NonNullable<ExecMeta['extraHosts']>;
  readonly ulimits: NonNullable<ExecMeta['ulimit']>;
  readonly cgroupParent: string;
}

/** The state after a command. */
export function execState(base: State, exec: PendingExec, meta: VertexMeta): State {
  const root: PendingMount = { target: '/', ...(base.output && { source: base.output }) };
  const mounts = [root, ...exec.mounts].sort((a, b) => compareNames(a.target, b.target));
  const vertex: PendingVertex = {
    visits: [...new Set(mounts.flatMap(({ source }) => (source ? [source] : [])))],
    platform: base.platform ? normalizePlatform(base.platform) : 'default',
    meta,
    operation: (inputs) => (exec.args.length === 0 ? { error: 'arguments are required' } : { type: 'exec', op: serialise(base, exec, mounts, inputs) }),
  };
  return { ...base, output: { vertex, index: 0 } };
}

function serialise(base: State, exec: PendingExec, mounts: readonly PendingMount[], inputs: Inputs): ExecOp {
  const ssh = exec.ssh.map((agent, at) => ({ ...agent, target: agent.target || `/run/buildkit/ssh_agent.${at}` }));
  const [first] = ssh;
  const env = first && !base.env.has('SSH_AUTH_SOCK') ? base.env.with('SSH_AUTH_SOCK', first.target) : base.env;
  const network = exec.network ?? base.network;
  const secretenv = exec.secrets.flatMap(({ id, env: name, optional }) => (name === undefined ? [] : [{ ...(id !== '' && { ID: id }), name, ...(optional && { optional }) }]));
  let outputs = 0;
  return {
    meta: {
      args: exec.args,
      env: env.toArray(),
      cwd: base.dir,
      ...(base.user !== '' && { user: base.user }),
      ...(base.hostname !== '' && { hostname: base.hostname }),
      ...(exec.proxy && { proxyEnv: exec.proxy }),
      ...(exec.extraHosts.length > 0 && { extraHosts: exec.extraHosts }),
      ...(exec.ulimits.length > 0 && { ulimit: exec.ulimits }),
      ...(exec.cgroupParent !== '' && { cgroupParent: exec.cgroupParent }),
      removeMountStubsRecursive: true,
    },
    mounts: [
      ...mounts.map((mount) => bind(mount, inputs, () => outputs++)),
      ...exec.secrets.flatMap((secret) => (secret.target === undefined ? [] : [{ ...unsourced(secret.target), mountType: 'SECRET' as const, secretOpt: secretOpt(secret) }])),
      ...ssh.map((agent) => ({ ...unsourced(agent.target), mountType: 'SSH' as const, SSHOpt: secretOpt(agent) })),
    ],
    ...(network && { network }),
    ...(exec.security && { security: exec.security }),
    ...(secretenv.length > 0 && { secretenv }),
  };
}

function bind(mount: PendingMount, inputs: Inputs, nextOutput: () => number): Mount {
  const kept = !mount.noOutput && !mount.readonly && !mount.cache && !mount.tmpfs;
  return {
    input: mount.source ? inputs.shared(mount.source) : -1,
    ...(mount.selector !== undefined && { selector: mount.selector }),
    dest: mount.target,
    output: kept ? nextOutput() : -1,
    ...(mount.readonly && { readonly: true }),
    mountType: mount.tmpfs ? 'TMPFS' : mount.cache ? 'CACHE' : 'BIND',
    ...(mount.cache && { cacheOpt: { ID: mount.cache.id, ...(mount.cache.sharing && { sharing: mount.cache.sharing }) } }),
    ...(mount.tmpfs && { tmpfsOpt: mount.tmpfs.size === 0 ? {} : { size: mount.tmpfs.size } }),
  };
}

/** Secrets and agents come after the other mounts; the output of nothing is number 0. */
function unsourced(dest: string): Pick<Mount, 'input' | 'dest' | 'output'> {
  return { input: -1, dest, output: 0 };
}

function secretOpt({ id, uid, gid, mode, optional }: PendingSsh): SecretOpt {
  return { ...(id !== '' && { ID: id }), ...(uid !== 0 && { uid }), ...(gid !== 0 && { gid }), ...(mode !== 0 && { mode }), ...(optional && { optional }) };
}
