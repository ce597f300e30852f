/** What the parts of one conversion share: BuildKit's `dispatchContext`. One for each platform of a build. */
import type { Linter } from '../dockerfile/checks/index.ts';
import type { EscapeToken } from '../dockerfile/index.ts';
import type { Matcher } from '../context/index.ts';
import type { ResolveImage } from '../image/base.ts';
import type { Environment } from './environment.ts';
import type { State } from './llb/state.ts';
import type { FrontendConfig } from './options/config.ts';
import type { ExecMeta } from './op.ts';
import type { Platform } from './platform.ts';
import type { ResolvedRef } from './plan.ts';
import type { IgnorePatterns } from './request.ts';
import type { StageList } from './stages/stage-state.ts';

export interface Conversion {
  readonly config: FrontendConfig;
  readonly escape: EscapeToken;
  readonly lint: Linter;
  readonly buildPlatform: Platform;
  readonly targetPlatform: Platform;
  /** Nobody asked for a platform. */
  readonly implicitTarget: boolean;
  /** A check without a target looks at every stage. */
  readonly allStages: boolean;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly globalArgs: Environment;
  /** Seconds since 1970. */
  readonly epoch: number | undefined;
  /** The same as history entries have it. */
  readonly created: string | undefined;
  readonly stages: StageList;
  readonly proxy: ExecMeta['proxyEnv'];
  readonly mainContext: State;
  readonly ignore: Matcher | undefined;
  readonly contextIgnore: Readonly<Record<string, IgnorePatterns>>;
  readonly resolve: ResolveImage;
  /** Images that were asked for, with the name of the progress line. */
  readonly asked: Map<string, ResolvedRef>;
  /** Numbers of progress groups. */
  readonly nextGroup: () => string;
}
