/** A file system under construction and what commands on it inherit: BuildKit's `llb.State`. */
import { Environment } from '../environment.ts';
import { normalizePlatform, type Platform } from '../platform.ts';
import type { Output } from './vertex.ts';

export interface State {
  /** Absent: an empty file system. */
  readonly output?: Output;
  readonly env: Environment;
  readonly dir: string;
  readonly user: string;
  readonly hostname: string;
  readonly network?: 'HOST' | 'NONE';
  /** Absent where nothing says it: the target's. */
  readonly platform?: Platform;
}

/** A state of an output, or of nothing (`llb.NewState`, `llb.Scratch`). */
export function newState(output?: Output, platform?: Platform): State {
  return { ...(output && { output }), env: Environment.empty, dir: '/', user: '', hostname: '', ...(platform && { platform: normalizePlatform(platform) }) };
}
