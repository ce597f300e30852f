/** RUN --mount (BuildKit `convert_runmount.go`, `convert_secrets.go`, `convert_ssh.go`). */
import { goQuote } from '../../dockerfile/go/quote.ts';
import type { Mount, RunCommand } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { newState, type State } from '../llb/state.ts';
import { goBase, goClean, goJoin } from '../paths.ts';
import type { StepRead } from '../plan.ts';
import type { StageState } from '../stages/stage-state.ts';
import type { PendingMount, PendingSecret, PendingSsh } from './exec-vertex.ts';
import { fileState } from './file-vertex.ts';
import { readOf } from './step.ts';

/** Mounts with their words expanded, and the stages they name. */
export interface ExpandedMounts {
  readonly mounts: readonly Mount[];
  readonly sources: readonly StageState[];
}

export interface RunMounts {
  readonly mounts: readonly PendingMount[];
  readonly secrets: readonly PendingSecret[];
  readonly ssh: readonly PendingSsh[];
  readonly reads: readonly StepRead[];
}

const sharing = { '': undefined, shared: undefined, private: 'PRIVATE', locked: 'LOCKED' } as const;

/** All mounts of a RUN; the answer is BuildKit's text where it refuses one. */
export function dispatchMounts(conversion: Conversion, state: StageState, command: RunCommand, { mounts, sources }: ExpandedMounts): RunMounts | string {
  const found = { mounts: [] as PendingMount[], secrets: [] as PendingSecret[], ssh: [] as PendingSsh[], reads: [] as StepRead[] };
  for (const [at, mount] of mounts.entries()) {
    const from = mount.from === '' && mount.type === 'cache' ? 'scratch' : mount.from;
    const source = from === '' ? undefined : sources[at];
    if (source && !source.dispatched) return `cannot mount from stage ${goQuote(from)} to ${goQuote(mount.target)}, stage needs to be defined before current command`;
    if (mount.type === 'secret') {
      const secret = secretOf(mount);
      if (!state.outline.secrets.has(secret.id)) state.outline.secrets.set(secret.id, { required: mount.required, place: command });
      found.secrets.push(secret);
      found.reads.push({ kind: 'secret', id: secret.id });
      continue;
    }
    if (mount.type === 'ssh') {
      if (mount.source !== '') return 'ssh does not support source';
      const id = mount.id || 'default';
      if (!state.outline.ssh.has(id)) state.outline.ssh.set(id, { required: mount.required, place: command });
      found.ssh.push(sshOf(mount));
      found.reads.push({ kind: 'ssh', id });
      continue;
    }
    const target = goClean(mount.target).startsWith('/') ? mount.target : goJoin('/', state.state.dir, mount.target);
    if (target === '/') return `invalid mount target ${goQuote(target)}`;
    const below = mount.type === 'tmpfs' ? newState() : (source?.state ?? conversion.mainContext);
    found.mounts.push(pendingMount(conversion, mount, target, below));
    const path = goJoin('/', mount.source);
    (source?.paths ?? state.contextPaths).add(path);
    found.reads.push(readOfMount(mount, target, path, source));
  }
  return found;
}

function pendingMount(conversion: Conversion, mount: Mount, target: string, below: State): PendingMount {
  const selector = goJoin('/', mount.source);
  const owned = selector === '/' && (mount.uid !== undefined || mount.gid !== undefined || mount.mode !== undefined);
  const { output } = owned ? cacheFolder(mount, below) : below;
  return {
    target,
    ...(output && { source: output }),
    ...(owned ? { selector: '/cache' } : selector !== '/' && { selector }),
    ...(mount.readonly ? { readonly: true } : mount.type === 'bind' && { noOutput: true }),
    ...(mount.type === 'tmpfs' && { tmpfs: { size: mount.sizeLimit } }),
    ...(mount.type === 'cache' && { cache: { id: `${conversion.config.cacheNamespace}/${cacheId(mount)}`, sharing: sharing[mount.sharing] } }),
  };
}

function cacheId(mount: Mount): string {
  return mount.id || goClean(mount.target);
}

/** A folder with the owner and mode that the cache is to have. */
function cacheFolder(mount: Mount, below: State): State {
  const action = { path: '/cache', mode: (mount.mode ?? 0o755) & 0o777, timestamp: -1 };
  return fileState(below, [{ kind: 'mkdir', mkdir: action, owner: { user: mount.uid ?? 0, group: mount.gid ?? 0 } }], { name: '[internal] setting cache mount permissions' });
}

function secretOf(mount: Mount): PendingSecret {
  const id = mount.source || mount.id || goBase(mount.target);
  const target = mount.target !== '' ? mount.target : mount.env === undefined ? `/run/secrets/${goBase(id)}` : undefined;
  return { id, ...(target !== undefined && { target }), ...(mount.env !== undefined && { env: mount.env }), ...ownerAndMode(mount, 0o400) };
}

function sshOf(mount: Mount): PendingSsh {
  return { id: mount.id, ...(mount.target !== '' && { target: mount.target }), ...ownerAndMode(mount, 0o600) };
}

function ownerAndMode(mount: Mount, mode: number): Pick<PendingSecret, 'uid' | 'gid' | 'mode' | 'optional'> {
  return { uid: mount.uid ?? 0, gid: mount.gid ?? 0, mode: mount.mode ?? mode, optional: !mount.required };
}

function readOfMount(mount: Mount, target: string, path: string, source: StageState | undefined): StepRead {
  if (mount.type === 'cache') return { kind: 'cache', id: cacheId(mount), target, sharing: mount.sharing || 'shared' };
  if (mount.type === 'tmpfs') return { kind: 'tmpfs', target };
  return source ? { kind: 'bind', ...readOf(source), path, target } : { kind: 'context', paths: [path], mount: true };
}
