import { describe, expect, it } from 'vitest';
import { indexJson, manifestJson, mediaTypes } from './manifest.ts';

const config = { mediaType: mediaTypes.config, digest: 'sha256:c' as const, size: 7 };

describe('a manifest', () => {
  it('is indented by two with Go key order', () => {
    const text = manifestJson(config, [{ mediaType: mediaTypes.layer, digest: 'sha256:l', size: 32, annotations: { b: '2', a: '1' } }], { 'org.opencontainers.image.created': 'x' });
    expect(text).toBe(`{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.manifest.v1+json",
  "config": {
    "mediaType": "application/vnd.oci.image.config.v1+json",
    "digest": "sha256:c",
    "size": 7
  },
  "layers": [
    {
      "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
      "digest": "sha256:l",
      "size": 32,
      "annotations": {
        "a": "1",
        "b": "2"
      }
    }
  ],
  "annotations": {
    "org.opencontainers.image.created": "x"
  }
}`);
  });

  it('has null for no layers', () => {
    expect(manifestJson(config, [])).toContain('"layers": null');
  });
});

describe('an index', () => {
  it('says which platform each manifest is for', () => {
    const text = indexJson([{ mediaType: mediaTypes.manifest, digest: 'sha256:m', size: 1, platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }]);
    expect(JSON.parse(text)).toEqual({
      schemaVersion: 2,
      mediaType: mediaTypes.index,
      manifests: [{ mediaType: mediaTypes.manifest, digest: 'sha256:m', size: 1, platform: { architecture: 'arm', os: 'linux', variant: 'v7' } }],
    });
  });
});
