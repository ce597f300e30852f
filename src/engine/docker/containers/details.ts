/** A container as `docker inspect` gives it. */
import type { Container } from '../../workspace/container.ts';
import type { Details } from '../format/inspect.ts';
import { rfc3339 } from '../format/units.ts';
import { fromJson, type Value } from '../format/value.ts';
import type { Session } from '../session.ts';
import { stateOf } from './rows.ts';
import { findContainer } from './store.ts';

const never = '0001-01-01T00:00:00Z';

/** What is known of a container; undefined where there is none of that name. Fields of what is not simulated (networks, limits) are left out. */
export function containerDetails(session: Session, name: string): Details | undefined {
  const container = findContainer(session, name);
  if (!container) return undefined;
  const value = detailsOf(container);
  return { shown: value, typed: { ...value, ID: container.id } };
}

function detailsOf(container: Container): Readonly<Record<string, Value>> {
  const { id, created, args, target, config, started, finished, exitCode, running, hostname, ports } = container;
  const [path = '', ...rest] = args;
  const bindings = new Map<string, Value>();
  for (const port of ports) {
    const [outside, inside = port] = port.includes('->') ? port.split('->') : [undefined, port];
    const colon = outside?.lastIndexOf(':') ?? 0;
    const host: Value = outside === undefined ? null : { HostIp: outside.slice(0, colon).replace(/[[\]]/g, ''), HostPort: outside.slice(colon + 1) };
    const before = bindings.get(inside);
    bindings.set(inside, host === null ? (before ?? null) : [...(Array.isArray(before) ? (before as readonly Value[]) : []), host]);
  }
  return {
    Id: id,
    Created: rfc3339(created),
    Path: path,
    Args: rest,
    State: {
      Status: stateOf(container), Running: running, Paused: false, Restarting: false, OOMKilled: false, Dead: false, Pid: running ? 4242 : 0, ExitCode: running ? 0 : exitCode, Error: container.error ?? '',
      StartedAt: started === undefined ? never : rfc3339(started), FinishedAt: finished === undefined ? never : rfc3339(finished),
    },
    Image: target,
    Name: `/${container.name}`,
    RestartCount: 0,
    Driver: 'overlayfs',
    Platform: 'linux',
    HostConfig: { NetworkMode: 'bridge', AutoRemove: container.removes, Privileged: false, Runtime: 'runc' },
    Config: {
      Hostname: hostname, User: config.User ?? '', ExposedPorts: config.ExposedPorts ? fromJson(config.ExposedPorts) : undefined, Env: config.Env ?? [], Cmd: config.Cmd ?? null, Image: container.image, WorkingDir: config.WorkingDir ?? '',
      Entrypoint: config.Entrypoint?.length ? config.Entrypoint : null, Labels: fromJson(container.labels),
    },
    NetworkSettings: { Ports: bindings },
  };
}
