/** What a file of the catalog says about an image. Numbers are those of a record of the real image where there is one. */
import type { ContainerConfig } from '../../image/config.ts';
import type { Digest, DirNode } from '../../fs/node.ts';

export interface LayerFacts {
  /** Digest of the blob, where it was read. */
  readonly digest?: Digest;
  /** Bytes of the blob as it travels. */
  readonly size: number;
  readonly createdBy: string;
}

export interface PlatformFacts {
  /** Digest of the platform's manifest, where it was read. */
  readonly manifestDigest?: Digest;
  /** Digest of the platform's config, where it was read: the image ID of the older image store. */
  readonly configDigest?: Digest;
  /** RFC 3339. */
  readonly created?: string;
  /** Bottom first. */
  readonly layers: readonly LayerFacts[];
}

/** One version of an image, under all the tags it has. */
export interface Release {
  readonly tags: readonly string[];
  /** Digest of the index, where it was read. */
  readonly indexDigest?: Digest;
  readonly config: ContainerConfig;
  /** By platform; a platform that is not here but in `otherPlatforms` has layers of the first one's sizes. */
  readonly platforms: Readonly<Record<string, PlatformFacts>>;
  readonly otherPlatforms?: readonly string[];
  /** Bytes of all files, unpacked. */
  readonly unpackedSize: number;
  /** The files that matter to builds. What is left to `unpackedSize` is added as one. */
  readonly root: (architecture: string) => DirNode;
}

export interface CatalogImage {
  /** `docker.io/library/golang`. */
  readonly repository: string;
  readonly releases: readonly Release[];
  /** A release for a tag that is not listed but follows the publisher's pattern; undefined where it does not. */
  readonly likely?: (tag: string) => Release | undefined;
}

/** When a release was made that no record tells. */
export const unknownTime = '2025-01-01T00:00:00Z';

/** PATH of images that do not change it. */
export const standardPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Platforms of Docker's official Debian and Alpine images beside linux/amd64. */
export const officialPlatforms: readonly string[] = ['linux/arm64', 'linux/arm/v7', 'linux/386', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64'];
