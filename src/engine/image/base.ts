/** An image that a build can start from, as a registry gives it. */
import type { Digest, DirNode } from '../fs/node.ts';
import type { ImageConfig } from './config.ts';

export interface BaseLayer {
  /** Digest of the uncompressed tar. */
  readonly diffId: Digest;
  /** Digest of the blob as it travels. */
  readonly digest: Digest;
  /** Bytes of the blob as it travels. */
  readonly size: number;
  readonly createdBy?: string;
}

export interface BaseImage {
  /** Normalised, with tag: `docker.io/library/golang:1.22`. */
  readonly ref: string;
  readonly platform: string;
  /** What the tag leads to: of the index where there is one, else of the manifest. */
  readonly digest: Digest;
  readonly manifestDigest: Digest;
  readonly config: ImageConfig;
  /** Of the real config, where somebody read it. */
  readonly configDigest?: Digest;
  readonly layers: readonly BaseLayer[];
  /** The chain of all diffIDs: the second cache key of the source. */
  readonly chainId: Digest;
  /** The root file system. Described blobs stand for contents nobody needs to read. */
  readonly root: DirNode;
  /** `modelled` where the digests or the files stand in for ones that were not read from the real image. */
  readonly fidelity: 'exact' | 'modelled';
}

export type ResolveImage = (ref: string, platform: string) => BaseImage | { readonly error: string };
