/** What all vertices of one build share. */
import type { Received } from '../../context/index.ts';
import type { DirNode } from '../../fs/index.ts';
import type { SourceOp } from '../../graph/op.ts';
import type { BaseImage } from '../../image/base.ts';
import type { StoreDraft } from '../cache/store-draft.ts';
import type { BuildRequest } from '../request.ts';
import type { Clock } from '../schedule/clock.ts';
import type { StatusStream } from '../stream.ts';
import type { CacheMounts } from './cache-mount.ts';
import type { Pulls } from './pulls.ts';
import type { Workers } from './workers.ts';

/** Name and paths that are read (absent: all) → the tree that travels. */
export type SendFolder = (name: string, followPaths: readonly string[] | undefined) => { readonly root: DirNode } | { readonly error: string };

/** One build: what it was asked, its clock, its log, its view of the cache. */
export interface Job {
  readonly request: BuildRequest;
  readonly clock: Clock;
  readonly stream: StatusStream;
  readonly store: StoreDraft;
  readonly workers: Workers;
  readonly pulls: Pulls;
  readonly cacheMounts: CacheMounts;
  /** Differs from build to build: no key of this build's folders is ever met again. */
  readonly session: string;
  /** The image behind `docker-image://…`; undefined where the frontend did not ask for it. */
  readonly image: (identifier: string, platform: string) => BaseImage | undefined;
  /** What a client's folder sends under a name, after its ignore file. */
  readonly folder: SendFolder;
  /** Images that the log said were resolved. */
  readonly resolved: Set<string>;
  /** Folders that were received: when, on top of what, and what the builder then has. */
  readonly received: Map<SourceOp, { readonly at: number; readonly before: Received | undefined; readonly received: Received }>;
  /** What was sent of the main context and how much of it travelled. */
  readonly sent: { context?: { readonly root: DirNode; readonly transferred: number } };
}
