/** The image config in the shape of its JSON (OCI image specification, plus Docker's additions). Absent means absent in the JSON. */
import type { Digest } from '../fs/node.ts';

export interface HistoryEntry {
  readonly created?: string;
  readonly created_by?: string;
  readonly author?: string;
  readonly comment?: string;
  readonly empty_layer?: boolean;
}

export interface Healthcheck {
  readonly Test?: readonly string[];
  /** Nanoseconds, like the three below. */
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
  readonly Retries?: number;
}

export interface ContainerConfig {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Volumes?: Readonly<Record<string, object>>;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly StopSignal?: string;
  readonly ArgsEscaped?: boolean;
  readonly Healthcheck?: Healthcheck;
  readonly OnBuild?: readonly string[];
  readonly Shell?: readonly string[];
}

export interface ImageConfig {
  readonly architecture: string;
  readonly author?: string;
  readonly config: ContainerConfig;
  readonly created?: string;
  readonly history?: readonly HistoryEntry[];
  readonly os: string;
  readonly 'os.version'?: string;
  readonly 'os.features'?: readonly string[];
  /** Base64 of the cache that travels inside the image (`--cache-to type=inline`). */
  readonly 'moby.buildkit.cache.v0'?: string;
  readonly rootfs: { readonly type: 'layers'; readonly diff_ids: readonly Digest[] | null };
  readonly variant?: string;
}
