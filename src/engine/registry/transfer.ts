/**
 * What a push and a pull are asked for and give; `push(registries, request)` is in `push.ts`, `pull(registries, request)` in
 * `pull.ts`. Neither throws, and what is given to them stays valid.
 */
import type { Digest } from '../fs/node.ts';
import type { ResolveImage } from '../image/base.ts';
import type { ImageStore } from '../image/store.ts';
import type { Logins } from './credential.ts';
import type { RegistryMessage } from './message.ts';
import type { Registries } from './registries.ts';

/** A line of output: what stands on the screen in the end, in the order of the screen. */
export interface OutputLine {
  /** 1 standard output, 2 standard error. */
  readonly stream: 1 | 2;
  /** Virtual milliseconds since the start: when it has come to say this. Never earlier than the line above. */
  readonly time: number;
  /** With its newline. */
  readonly text: string;
}

/** Who asks, when, and what publishers serve at that moment. */
export interface Caller {
  readonly logins: Logins;
  /** Base images by the scene's calendar: `resolverAt(scenario.moves, now, resolve)`. */
  readonly published: ResolveImage;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  /** Virtual milliseconds after which Ctrl-C is pressed in a push or pull: blobs that were whole by then stay where they are. */
  readonly stopAt?: number;
}

export interface PushRequest extends Caller {
  readonly store: ImageStore;
  /** As typed: `me/app:1.0.0`; without a tag `latest`. */
  readonly ref: string;
  /** Every tag of the repository (`--all-tags`). */
  readonly allTags?: boolean;
  /** Only this platform's manifest of an index (`--platform`). */
  readonly platform?: string;
  /** Only the full name is printed (`--quiet`). */
  readonly quiet?: boolean;
  /** Whether indexes exist here; `containerd` where absent. */
  readonly imageStore?: 'containerd' | 'overlay2';
  /** Whose words an error has: dockerd's where absent; BuildKit's for `build --push`, buildx's for `imagetools create`. */
  readonly client?: 'dockerd' | 'buildkit';
}

export interface PullRequest extends Caller {
  readonly store: ImageStore;
  /** As typed: `alpine`, `me/app:1.0.0`, `app@sha256:…`. */
  readonly ref: string;
  /** Every tag of the repository (`--all-tags`). */
  readonly allTags?: boolean;
  /** `linux/amd64` where absent. */
  readonly platform?: string;
  readonly quiet?: boolean;
  readonly imageStore?: 'containerd' | 'overlay2';
}

/** What both give. */
export interface Transfer {
  readonly ok: boolean;
  readonly registries: Registries;
  /** The machine's store afterwards: a pull brings images, a push notes where blobs lie now. */
  readonly store: ImageStore;
  readonly messages: readonly RegistryMessage[];
  /** With the error, if there is one, as the last line on stream 2. */
  readonly lines: readonly OutputLine[];
  /** Virtual milliseconds. */
  readonly duration: number;
  /** What the tag leads to afterwards. */
  readonly digest?: Digest;
  /** Docker's words, where it failed; `Error response from daemon: ` and the like stand in the lines only. */
  readonly error?: string;
}

/** How many bytes went is in the messages. */
export interface PushResult extends Transfer {
  /** Digests of blobs that really travelled. */
  readonly sent: readonly Digest[];
}

export interface PullResult extends Transfer {
  /** Digests of blobs that really travelled. */
  readonly received: readonly Digest[];
}
