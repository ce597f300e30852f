/**
 * The images of one machine, as containerd keeps them: names that lead to descriptors, and blobs by digest. Immutable values; a
 * blob that two images share is there once.
 */
import type { Digest, DirNode } from '../fs/node.ts';
import type { Descriptor } from './manifest.ts';

/** Something with a digest: an index, a manifest, a config (all with their text) or a layer. */
export interface Blob {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes, as it travels. */
  readonly size: number;
  /** Exact text of an index, a manifest, a config or an attestation. */
  readonly text?: string;
  /** What a layer is: the difference of two file systems, where they are known. */
  readonly layer?: LayerContent;
  /** Repositories that are known to have it, `docker.io/library/alpine`: containerd's `distribution.source` labels. Where a push may mount it from. */
  readonly sources?: readonly string[];
}

/** A layer's contents. */
export interface LayerContent {
  readonly diffId: Digest;
  /** Bytes of the uncompressed tar. */
  readonly size: number;
  /** What it stands on; absent for the lowest. Both are absent for layers of base images whose bytes nobody has. */
  readonly lower?: DirNode;
  readonly upper?: DirNode;
  /** Of the highest layer of a base image: all files of the image, where nobody knows which of them are this layer's. */
  readonly whole?: DirNode | undefined;
  /** Seconds since 1970 that later times became, where the exporter rewrote them. */
  readonly epoch?: number;
  /** `modelled` where the digest or the size stands in for one that nobody read from the real blob. */
  readonly fidelity: 'exact' | 'modelled';
}

/** What a name leads to. */
export interface StoredImage {
  /** In full: `docker.io/library/app:1.0.0`; a dangling one `moby-dangling@sha256:…`, as dockerd names it. */
  readonly name: string;
  /** Of the index or the manifest. */
  readonly target: Descriptor;
  /** Virtual milliseconds since 1970: when the name was last given. */
  readonly updated: number;
}

/** Everything that `docker images` and its neighbours read. */
export interface ImageStore {
  /** By full name. */
  readonly images: ReadonlyMap<string, StoredImage>;
  readonly blobs: ReadonlyMap<Digest, Blob>;
  /** By manifest digest: the root file system that its layers unpack to, where it was unpacked here. */
  readonly roots: ReadonlyMap<Digest, DirNode>;
}

/** A store with nothing in it. */
export const emptyImageStore: ImageStore = { images: new Map(), blobs: new Map(), roots: new Map() };
