/** The keys of sources: BuildKit `solver/llbsolver/ops/source.go` and `source/<kind>`. */
import { sha256 } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { SourceOp } from '../../graph/op.ts';
import type { BaseImage } from '../../image/base.ts';
import { compactJson } from '../../image/go-json.ts';
import type { CacheMap } from './cache-map.ts';

const sourceMap = (key: string, fields: Record<string, string>): CacheMap => {
  const digest = sha256(`buildkit.source.v0:${key}`);
  return { digest: key.startsWith('session:') ? `random:${digest.slice('sha256:'.length)}` : digest, deps: [], fields };
};

/** Two keys, asked one after the other: the manifest, and the chain of layers that it leads to. */
export function imageCacheMaps(image: BaseImage): readonly [CacheMap, CacheMap] | readonly [CacheMap] {
  const [os = 'linux', arch = 'amd64', variant] = image.platform.split('/');
  const manifest = sha256(compactJson({ Digest: image.digest, OS: os, Arch: arch, Variant: variant }));
  const fields = { image: image.ref, manifest: image.digest, platform: image.platform };
  const first = sourceMap(manifest, fields);
  return image.layers.length === 0 ? [first] : [first, sourceMap(image.chainId, { ...fields, 'layer chain': image.chainId })];
}

/** A client's folder: the session is part of the key, so that it never leads to anything in a later build. */
export function localCacheMap(op: SourceOp, session: string): CacheMap {
  const name = op.identifier.replace(/^local:\/\//, '');
  const attrs = op.attrs ?? {};
  const list = (key: string) => {
    const value = attrs[key];
    return value === undefined ? undefined : (JSON.parse(value) as string[]);
  };
  const patterns = {
    SessionID: session,
    IncludePatterns: list('local.includepattern'),
    ExcludePatterns: list('local.excludepatterns'),
    FollowPaths: list('local.followpaths'),
  };
  return sourceMap(`session:${name}:${sha256(compactJson(patterns))}`, { folder: name });
}

/** A file behind a URL, of which the checksum is all there is to know here. */
export function remoteCacheMap(op: SourceOp, content: Digest): CacheMap {
  return sourceMap(sha256(compactJson({ Filename: op.identifier, Checksum: content })), { address: op.identifier, contents: content });
}
