import { describe, expect, it } from 'vitest';
import { emptyDir, file, put, sha256 } from '../../fs/index.ts';
import { resolveImage } from '../../registry/index.ts';
import { build } from '../build.ts';
import type { BuildRequest } from '../build.ts';
import { emptyStore } from '../cache-store.ts';

const context = Object.entries({ Dockerfile: 'FROM alpine:3.20\nCOPY a /a\n', a: 'a' }).reduce((root, [path, text]) => put(root, path, file(text)), emptyDir());
const request: BuildRequest = { number: 1, options: { tags: ['app:1.0'] }, context, dockerfilePath: 'Dockerfile', resolve: resolveImage, store: emptyStore, now: Date.UTC(2026, 8, 1) };

/** What the exporter said of itself, digests left out. */
function said(asked: Partial<BuildRequest>): readonly string[] {
  const { record } = build({ ...request, ...asked });
  const vertices = record.vertices.filter(({ name }) => name.startsWith('exporting'));
  const done = record.events.flatMap((event) => (event.type === 'status' && event.completed !== undefined && vertices.some(({ digest }) => digest === event.vertex) ? event.id : []));
  return [...vertices.map(({ name }) => name), ...done.map((id) => id.replace(/ sha256:[0-9a-f]{64}/, ''))];
}

describe('the exporter', () => {
  it('puts an index with a statement above the image, in the order of BuildKit', () => {
    expect(said({ attest: true })).toEqual([
      'exporting to image', 'exporting layers', 'exporting manifest', 'exporting config', 'exporting attestation manifest', 'exporting manifest list',
      'naming to docker.io/library/app:1.0', 'unpacking to docker.io/library/app:1.0',
    ]);
  });

  it('gives indexes and statements whose digests are those of their texts', () => {
    const { index, images: [image] } = build({ ...request, attest: true }).record;
    expect(index?.digest).toBe(sha256(index!.json));
    const [about] = index!.attestations;
    expect(about).toMatchObject({ subject: image!.manifestDigest, manifestDigest: sha256(about!.manifestJson), statementDigest: sha256(about!.statementJson) });
    expect(JSON.parse(index!.json).manifests.map(({ digest, platform }: { digest: string; platform: object }) => [digest, platform])).toEqual([
      [image!.manifestDigest, { architecture: 'amd64', os: 'linux' }],
      [about!.manifestDigest, { architecture: 'unknown', os: 'unknown' }],
    ]);
    expect(JSON.parse(about!.manifestJson).layers[0].digest).toBe(about!.statementDigest);
    expect(JSON.parse(about!.statementJson).predicate.buildDefinition.resolvedDependencies[0].uri).toBe('pkg:docker/alpine@3.20?platform=linux%2Famd64');
  });

  it('names the config alone in the older store', () => {
    expect(said({ keeper: 'overlay2' })).toEqual(['exporting to image', 'exporting layers', 'writing image', 'naming to docker.io/library/app:1.0']);
  });

  it('gives no names where nobody keeps the image', () => {
    expect(said({ keeper: 'none', attest: true })).toEqual(['exporting to image', 'exporting layers', 'exporting manifest', 'exporting config', 'exporting attestation manifest', 'exporting manifest list']);
  });

  it('sends archives and files without an index', () => {
    expect(said({ output: 'docker', attest: true })).toEqual(['exporting to docker image format', 'exporting layers', 'exporting manifest', 'exporting config', 'sending tarball']);
    expect(said({ output: 'local' })).toEqual(['exporting to client directory', 'copying files']);
    expect(said({ output: 'tar' })).toEqual(['exporting to client tarball', 'sending tarball']);
    expect(said({ output: 'none' })).toEqual([]);
  });

  it('takes as long in a dry run as for real', () => {
    const tags = { options: {} };
    for (const asked of [{}, { attest: true }, { keeper: 'overlay2' }, { keeper: 'none', attest: true }, { output: 'docker' }, { output: 'none' }, tags, { ...tags, attest: true }, { options: { platforms: ['linux/amd64', 'linux/arm64'] } }] as const) {
      expect(build({ ...request, ...asked, predicted: true }).record.duration, JSON.stringify(asked)).toBe(build({ ...request, ...asked }).record.duration);
    }
  });

  it('puts an inline cache into the config, which names layers of the image only', () => {
    const { images: [image] } = build({ ...request, inlineCache: true }).record;
    const cache = JSON.parse(atob(JSON.parse(image!.configJson)['moby.buildkit.cache.v0']));
    expect(cache.layers.map(({ blob }: { blob: string }) => blob)).toEqual(image!.layers.map(({ blob }) => blob!.digest));
    expect(said({ inlineCache: true })).toContain('preparing layers for inline cache');
  });
});
