import { describe, expect, it } from 'vitest';
import { file, get, gzip, layerEntries, put, readTar, sha256, textOf, writeTar, type LayerEntry } from '../../fs/index.ts';
import { emptyDir } from '../../fs/index.ts';
import { encodeUtf8 } from '../../source/utf8.ts';
import { indexJson, manifestJson, mediaTypes, type Descriptor } from '../manifest.ts';
import { putImage } from '../new-image.ts';
import { realLayerBlob } from '../real-layer.ts';
import { emptyImageStore, type Blob, type ImageStore, type LayerContent } from '../store.ts';
import { readArchive, writeArchive } from './index.ts';

const meta = { mtime: 1_000_000 };
const lower = put(emptyDir(), 'etc/os', file('small\n', meta));
const upper = put(lower, 'app', file('program\n', { ...meta, mode: 0o755 }));

function layer(content: Pick<LayerContent, 'lower' | 'upper'>): Blob {
  const tar = writeTar(layerEntries(content.lower ?? emptyDir(), content.upper!));
  const whole: LayerContent = { ...content, diffId: sha256(tar), size: tar.length, fidelity: 'exact' };
  const { digest, size } = realLayerBlob(whole)!;
  return { mediaType: mediaTypes.layer, digest, size, layer: whole };
}

function textBlob(mediaType: string, text: string): Blob {
  const bytes = encodeUtf8(text);
  return { mediaType, digest: sha256(bytes), size: bytes.length, text };
}

function store(): ImageStore {
  const layers = [layer({ upper: lower }), layer({ lower, upper })];
  const config = textBlob(mediaTypes.config, JSON.stringify({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: layers.map((each) => each.layer!.diffId) } }));
  const manifest = textBlob(mediaTypes.manifest, manifestJson(config, layers));
  const index = textBlob(mediaTypes.index, indexJson([{ ...manifest, platform: { os: 'linux', architecture: 'amd64' } } as Descriptor]));
  const target = { mediaType: index.mediaType, digest: index.digest, size: index.size };
  return putImage(emptyImageStore, { target, blobs: [index, manifest, config, ...layers], roots: new Map([[manifest.digest, upper]]) }, ['docker.io/library/app:1.0.0', 'ghcr.io/me/app:latest'], 5);
}

const save = (from: ImageStore) => {
  const archived = writeArchive(from, [...from.images.values()]);
  if (!archived.ok) throw new Error(archived.problem.id);
  return archived.bytes;
};

const load = (bytes: Uint8Array) => {
  const read = readArchive(bytes);
  if (!read.ok) throw new Error(read.problem.id);
  return read.images;
};

const names = (bytes: Uint8Array) => readTar(bytes).entries.map(({ path }) => path);
const json = (bytes: Uint8Array, path: string): unknown => {
  const found = readTar(bytes).entries.find((entry) => entry.path === path)?.content;
  return found?.kind === 'bytes' ? JSON.parse(new TextDecoder().decode(found.bytes)) : undefined;
};

/** An archive of these files. */
const tarOf = (files: Readonly<Record<string, string | Uint8Array>>) =>
  writeTar(
    Object.entries(files).map(([path, content]): LayerEntry => {
      const bytes = typeof content === 'string' ? encodeUtf8(content) : content;
      return { path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: bytes.length, mtime: 0, content: { kind: 'bytes', bytes } };
    }),
  );

describe('a saved image', () => {
  it('is an OCI layout with docker’s manifest.json, in the order and with the names that docker writes', () => {
    const bytes = save(store());
    expect(names(bytes).filter((path) => !path.startsWith('blobs/sha256/'))).toEqual(['blobs/', 'index.json', 'manifest.json', 'oci-layout']);
    expect(names(bytes).filter((path) => path.startsWith('blobs/sha256/'))).toHaveLength(6);
    expect(json(bytes, 'oci-layout')).toEqual({ imageLayoutVersion: '1.0.0' });
    expect(json(bytes, 'index.json')).toMatchObject({
      manifests: [
        { annotations: { 'io.containerd.image.name': 'docker.io/library/app:1.0.0', 'org.opencontainers.image.ref.name': '1.0.0' } },
        { annotations: { 'io.containerd.image.name': 'ghcr.io/me/app:latest' } },
      ],
    });
    expect(json(bytes, 'manifest.json')).toMatchObject([{ RepoTags: ['app:1.0.0', 'ghcr.io/me/app:latest'], Layers: [expect.stringMatching(/^blobs\/sha256\//), expect.anything()] }]);
  });

  it('comes back as it was: the same blobs, names and files', () => {
    const before = store();
    const images = load(save(before));
    expect(images).toHaveLength(1);
    const { image, names: found } = images[0]!;
    expect(found).toEqual(['docker.io/library/app:1.0.0', 'ghcr.io/me/app:latest']);
    const after = putImage(emptyImageStore, image, found, 5);
    expect([...after.images]).toEqual([...before.images]);
    expect(new Set(after.blobs.keys())).toEqual(new Set(before.blobs.keys()));
    for (const [digest, blob] of before.blobs) expect(after.blobs.get(digest)).toMatchObject({ mediaType: blob.mediaType, size: blob.size, ...(blob.text !== undefined && { text: blob.text }) });
    const [root] = [...image.roots.values()];
    const app = get(root!, 'app');
    expect(app?.type === 'file' && textOf(app)).toBe('program\n');
    expect(save(after)).toEqual(save(before));
  });

  it('opens packed, too', () => {
    expect(load(gzip(save(store())))).toHaveLength(1);
  });

  it('is refused with a reason where a layer’s bytes are not known', () => {
    const before = store();
    const blobs = new Map([...before.blobs].map(([digest, blob]) => [digest, blob.layer ? { ...blob, layer: { ...blob.layer, upper: undefined } } : blob] as const)) as ImageStore['blobs'];
    const archived = writeArchive({ ...before, blobs }, [...before.images.values()]);
    expect(archived.ok ? '' : archived.problem).toEqual({ id: 'image.not-saved', values: { name: 'app:1.0.0', layer: expect.stringMatching(/^[0-9a-f]{12}$/) } });
  });
});

describe('an archive of somebody else', () => {
  it('may be a docker save from before layouts, its layers plain tars', () => {
    const config = JSON.stringify({ architecture: 'amd64', os: 'linux', history: [{ created_by: 'COPY' }] });
    const archive = tarOf({ 'abc.json': config, 'abc/layer.tar': writeTar(layerEntries(emptyDir(), lower)), 'manifest.json': JSON.stringify([{ Config: 'abc.json', RepoTags: ['old:1'], Layers: ['abc/layer.tar'] }]) });
    const [only] = load(archive);
    expect(only!.names).toEqual(['docker.io/library/old:1']);
    expect(only!.image.blobs.find(({ digest }) => digest === sha256(config))?.text).toBe(config);
    expect(get([...only!.image.roots.values()][0]!, 'etc/os')).toBeDefined();
  });

  const problem = (bytes: Uint8Array) => {
    const read = readArchive(bytes);
    return read.ok ? undefined : read.problem;
  };

  it('is refused with a reason where it is none, not whole, or not what its digests say', () => {
    expect(problem(encodeUtf8('hello'))).toEqual({ id: 'image.no-tar' });
    expect(problem(tarOf({ 'a.txt': 'x' }))).toEqual({ id: 'image.none-inside' });
    expect(problem(tarOf({ 'manifest.json': '{' }))).toEqual({ id: 'image.manifest-unreadable' });
    expect(problem(tarOf({ 'index.json': '{}' }))).toEqual({ id: 'image.none-named' });
    expect(problem(tarOf({ 'index.json': '__proto__' }))).toEqual({ id: 'image.none-named' });
    const bytes = save(store());
    const entries = readTar(bytes).entries;
    const blob = entries.find(({ path }) => path.startsWith('blobs/sha256/') && path.length > 20)!;
    expect(problem(writeTar(entries.filter((entry) => entry !== blob)))).toMatchObject({ id: 'image.blob-missing', values: { digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) } });
    const other = encodeUtf8('other');
    expect(problem(writeTar(entries.map((entry) => (entry === blob ? { ...entry, size: other.length, content: { kind: 'bytes', bytes: other } as const } : entry))))).toMatchObject({ id: 'image.blob-differs' });
  });

  it('cut off anywhere gives a reason or an image, never an exception', () => {
    const bytes = gzip(save(store()));
    for (let length = 0; length < bytes.length; length += 37) expect(typeof readArchive(bytes.subarray(0, length)).ok).toBe('boolean');
  });
});
