/** What the graph phase is asked. */
import type { ResolveImage } from '../image/base.ts';
import type { BuildOptions } from './plan.ts';

/** The patterns of an ignore file as `context` reads them; `error` where the file could not be read or a pattern does not compile. */
export interface IgnorePatterns {
  /** `.dockerignore` or `<Dockerfile>.dockerignore`. */
  readonly file: string;
  readonly patterns: readonly string[];
}

export interface PlanRequest {
  /** Text of the Dockerfile. */
  readonly dockerfile: string;
  readonly options?: BuildOptions;
  /** Of the main context; absent where there is no ignore file. */
  readonly ignore?: IgnorePatterns;
  /** By name, of the local named contexts that have an ignore file. */
  readonly contextIgnore?: Readonly<Record<string, IgnorePatterns>>;
  /** Asked once for each reference and platform that the target needs. */
  readonly resolve: ResolveImage;
  /** Platform of the builder; `linux/amd64` where absent. */
  readonly buildPlatform?: string;
}
