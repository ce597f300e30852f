/**
 * What the classic builder keeps: every step's result is an image, and the cache is the question whether an image has a child
 * that was made by the same command (moby `image/cache: getLocalCachedImage`).
 */
import type { Digest } from '../../fs/index.ts';
import type { DraftImage } from '../../graph/draft-image.ts';
import type { BaseImage } from '../../image/base.ts';
import type { Snapshot } from '../snapshot.ts';

/** An image of the daemon, final or intermediate. */
export interface ClassicImage {
  /** Digest of its config; of an intermediate image one that stands for it, so that no layers have to be hashed. */
  readonly id: Digest;
  readonly config: DraftImage;
  /** Absent where it has no files yet. */
  readonly snapshot?: Snapshot;
  /** Number of the build that made or pulled it. */
  readonly build: number;
}

/** A base image that was pulled: the tag means this one until somebody asks with `--pull`. */
export interface LocalBase {
  readonly image: BaseImage;
  readonly build: number;
}

/** All images of a daemon, immutable. */
export interface ClassicStore {
  readonly images: ReadonlyMap<Digest, ClassicImage>;
  /** By `childKey`: the newest child. */
  readonly children: ReadonlyMap<string, Digest>;
  /** By reference and platform. */
  readonly bases: ReadonlyMap<string, LocalBase>;
}

/** A daemon that has pulled and built nothing. */
export const emptyClassicStore: ClassicStore = { images: new Map(), children: new Map(), bases: new Map() };

/** The key of a cache look-up: the parent's id (empty for scratch) and the command as history has it, word by word. */
export const childKey = (parent: string, command: readonly string[]): string => JSON.stringify([parent, ...command]);

/** A store that a build writes to; the one it began with stays as it is. */
export class ImageStoreDraft {
  readonly #images: Map<Digest, ClassicImage>;
  readonly #children: Map<string, Digest>;
  readonly #bases: Map<string, LocalBase>;

  constructor(store: ClassicStore) {
    this.#images = new Map(store.images);
    this.#children = new Map(store.children);
    this.#bases = new Map(store.bases);
  }

  child(parent: string, command: readonly string[]): ClassicImage | undefined {
    const id = this.#children.get(childKey(parent, command));
    return id && this.#images.get(id);
  }

  addChild(parent: string, command: readonly string[], image: ClassicImage): void {
    this.#images.set(image.id, image);
    this.#children.set(childKey(parent, command), image.id);
  }

  base(ref: string, platform: string): LocalBase | undefined {
    return this.#bases.get(`${ref} ${platform}`);
  }

  addBase(ref: string, platform: string, base: LocalBase): void {
    this.#bases.set(`${ref} ${platform}`, base);
  }

  commit(): ClassicStore {
    return { images: this.#images, children: this.#children, bases: this.#bases };
  }
}
