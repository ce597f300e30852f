import { describe, expect, it } from 'vitest';
import { childrenOf, isIndex, isManifest, platformName } from '../image/children.ts';
import { emptyImageStore } from '../image/store.ts';
import { catalog } from './catalog/index.ts';
import { stranger } from './fixture.ts';
import { pull } from './pull.ts';
import { emptyRegistries } from './registries.ts';
import { resolveImage } from './resolve-image.ts';
import { servedImage } from './served.ts';
import { resolverAt } from './tag-moves.ts';

const releases = catalog.flatMap(({ repository, releases: all }) => all.map((release) => ({ name: `${repository}:${release.tags[0]}`, release })));

describe('a publisher’s registry', () => {
  it.each(releases)('serves $name with the digests that were recorded, whole for every platform', ({ name, release }) => {
    const served = servedImage(name, resolveImage)!;
    if (release.indexDigest) expect(served.target.digest).toBe(release.indexDigest);
    const index = served.blobs.get(served.target.digest)!;
    expect(isIndex(index.mediaType)).toBe(true);
    const manifests = childrenOf(index);
    expect(manifests.map(({ platform }) => platform && platformName(platform))).toEqual(expect.arrayContaining(Object.keys(release.platforms)));
    for (const manifest of manifests) {
      expect(isManifest(manifest.mediaType)).toBe(true);
      for (const child of childrenOf(served.blobs.get(manifest.digest)!)) expect(served.blobs.get(child.digest)?.size).toBe(child.size);
    }
    for (const { manifestDigest, configDigest, layers } of Object.values(release.platforms)) {
      if (manifestDigest) expect(served.blobs.has(manifestDigest)).toBe(true);
      if (configDigest) expect(served.blobs.has(configDigest)).toBe(true);
      for (const { digest, size } of layers) if (digest) expect(served.blobs.get(digest)?.size).toBe(size);
    }
  });

  it.each(['mcr.microsoft.com/dotnet/aspnet:10.0', 'gcr.io/distroless/static:nonroot', 'ghcr.io/astral-sh/uv:latest', 'cgr.dev/chainguard/node', 'docker/dockerfile:1'])('lets everybody pull %s', (ref) => {
    const pulled = pull(emptyRegistries, { ...stranger, store: emptyImageStore, ref });
    expect(pulled.error).toBeUndefined();
    expect(pulled.store.roots.size).toBe(1);
  });

  it('follows the calendar by tag, and not by digest', () => {
    const at = (day: string) => ({ ...stranger, store: emptyImageStore, published: resolverAt([{ tag: 'alpine', day: '2026-11-05' }], Date.parse(day), resolveImage) });
    const before = pull(emptyRegistries, { ...at('2026-11-04'), ref: 'alpine' });
    const after = pull(emptyRegistries, { ...at('2026-11-06'), ref: 'alpine' });
    expect(after.digest).not.toBe(before.digest);
    const pinned = pull(emptyRegistries, { ...at('2026-11-06'), ref: `alpine@${before.digest}` });
    expect(pinned.digest).toBe(before.digest);
    expect(pinned.lines.at(-1)?.text).toBe(`docker.io/library/alpine@${before.digest}\n`);
    const stale = pull(emptyRegistries, { ...at('2026-11-06'), store: before.store, ref: 'alpine' });
    expect([...stale.store.images.keys()].sort()).toEqual(['docker.io/library/alpine:latest', `moby-dangling@${before.digest}`]);
  });

  it('gives one platform by the digest of its manifest', () => {
    const manifest = 'sha256:d56c381f961d307a21b3ca004cf1e3910f106644aefb1f43e654c8a56c4fd395';
    const pulled = pull(emptyRegistries, { ...stranger, store: emptyImageStore, ref: `alpine@${manifest}` });
    expect([pulled.digest, pulled.store.blobs.get(manifest)?.mediaType]).toEqual([manifest, 'application/vnd.oci.image.manifest.v1+json']);
  });
});
