import { describe, expect, it } from 'vitest';
import { dirOf, file, layerDigest, put, sha256 } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { utf8Length } from '../source/utf8.ts';
import { configJson } from './config-json.ts';
import { imageDiskUsage } from './disk-usage.ts';
import { findImage } from './find-image.ts';
import { listImages } from './list-images.ts';
import { indexJson, manifestJson, mediaTypes } from './manifest.ts';
import { danglingName, putImage, type NewImage } from './new-image.ts';
import { pruneImages } from './prune-images.ts';
import { removeImage } from './remove-image.ts';
import { emptyImageStore, type Blob } from './store.ts';
import { tagImage } from './tag-image.ts';

const now = Date.UTC(2026, 10, 1);

/** An image of one file a layer; equal texts are equal layers. */
function imageOf(...texts: readonly string[]): NewImage {
  let root: DirNode = dirOf([]);
  const layers = texts.map((text, at): Blob => {
    const lower = root;
    root = put(root, `f${at}`, file(text));
    const { diffId, size } = layerDigest(lower, root);
    return { mediaType: mediaTypes.layer, digest: sha256(`blob ${diffId}`), size: 100, layer: { diffId, size, lower, upper: root, fidelity: 'exact' } };
  });
  const config = text(mediaTypes.config, configJson({ architecture: 'amd64', os: 'linux', config: { Labels: { stage: texts.join(' ') } }, created: `2026-10-0${texts.length}T00:00:00Z`, rootfs: { type: 'layers', diff_ids: layers.map(({ layer }) => layer!.diffId) } }));
  const manifest = text(mediaTypes.manifest, manifestJson(descriptor(config), layers.map(descriptor)));
  return { target: descriptor(manifest), blobs: [manifest, config, ...layers], roots: new Map([[manifest.digest, root]]) };
}

/** The same under an index, with a statement beside it, as a build makes it. */
function attested(image: NewImage): NewImage {
  const statement = text('application/vnd.in-toto+json', '{}');
  const empty = text('application/vnd.oci.empty.v1+json', '{ }');
  const manifest = text(mediaTypes.manifest, manifestJson(descriptor(empty), [descriptor(statement)]));
  const index = text(
    mediaTypes.index,
    indexJson([
      { ...image.target, platform: { architecture: 'amd64', os: 'linux' } },
      { ...descriptor(manifest), platform: { architecture: 'unknown', os: 'unknown' }, annotations: { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': image.target.digest } },
    ]),
  );
  return { ...image, target: descriptor(index), blobs: [...image.blobs, statement, empty, manifest, index] };
}

const text = (mediaType: string, content: string): Blob => ({ mediaType, digest: sha256(content), size: utf8Length(content), text: content });
const descriptor = ({ mediaType, digest, size }: Blob) => ({ mediaType, digest, size });
const app = (tag: string): string => `docker.io/library/app:${tag}`;

function must<T extends object>(result: T | { readonly error: string }): T {
  if ('error' in result) throw new Error(result.error);
  return result;
}

describe('a name', () => {
  const one = imageOf('a');
  const store = putImage(emptyImageStore, one, [app('latest')], now);

  it('that is given to another image leaves the first one dangling, unless it has another name', () => {
    const rebuilt = putImage(store, imageOf('b'), [app('latest')], now);
    expect([...rebuilt.images.keys()].sort()).toEqual([app('latest'), danglingName(one.target.digest)]);
    const kept = putImage(must(tagImage(store, 'app', 'app:1.0.0', now)).store, imageOf('b'), [app('latest')], now);
    expect([...kept.images.keys()].sort()).toEqual([app('1.0.0'), app('latest')]);
  });

  it('takes a dangling image back', () => {
    const rebuilt = putImage(store, imageOf('b'), [app('latest')], now);
    const back = must(tagImage(rebuilt, one.target.digest, 'app:old', now)).store;
    expect([...back.images.keys()].sort()).toEqual([app('latest'), app('old')]);
  });

  it('is what it was said to be, by name, by digest, by the first digits', () => {
    const digits = one.target.digest.slice(7, 19);
    for (const words of ['app', 'app:latest', 'docker.io/library/app', `app@${one.target.digest}`, one.target.digest, one.target.digest.slice(7), digits, `sha256:${digits}`]) expect(findImage(store, words)).toMatchObject({ target: one.target });
  });

  it('that is none has dockerd’s words', () => {
    expect(findImage(store, 'nope')).toEqual({ error: 'No such image: nope:latest' });
    expect(findImage(store, 'other@' + one.target.digest)).toHaveProperty('error');
    expect(findImage(store, 'UPPER')).toEqual({ error: 'invalid reference format: repository name (library/UPPER) must be lowercase' });
    expect(tagImage(store, 'nope', 'app:2', now)).toEqual({ error: 'Error response from daemon: No such image: nope:latest' });
    expect(tagImage(store, 'app', 'App', now)).toEqual({ error: 'error parsing reference: "App" is not a valid repository/tag: invalid reference format: repository name (library/App) must be lowercase' });
    expect(tagImage(store, 'app', `app@${one.target.digest}`, now)).toEqual({ error: 'refusing to create a tag with a digest reference' });
  });
});

describe('removing', () => {
  const image = imageOf('a', 'b');
  const { digest } = image.target;
  const store = putImage(emptyImageStore, image, [app('1'), app('2')], now);

  it('a name leaves the image to the others, and the last takes it along', () => {
    const first = must(removeImage(store, 'app:1'));
    expect(first.lines).toEqual(['Untagged: app:1']);
    expect(first.store.blobs.size).toBe(store.blobs.size);
    const last = must(removeImage(first.store, 'app:2'));
    expect(last.lines).toEqual(['Untagged: app:2', `Deleted: ${digest}`]);
    expect(last.store).toEqual(emptyImageStore);
  });

  it('by ID needs force where several names lead there', () => {
    const id = digest.slice(7, 19);
    expect(removeImage(store, id)).toEqual({ error: `conflict: unable to delete ${id} (must be forced) - image is referenced in multiple repositories` });
    expect(must(removeImage(store, id, { force: true })).lines).toEqual(['Untagged: app:1', 'Untagged: app:2', `Deleted: ${digest}`]);
  });

  it('keeps layers that another image has', () => {
    const both = putImage(store, imageOf('a', 'c'), [app('3')], now);
    const left = must(removeImage(both, 'app:3')).store;
    expect([...left.blobs.keys()].sort()).toEqual([...store.blobs.keys()].sort());
  });

  it('does not take what a container has', () => {
    const single = putImage(emptyImageStore, image, [app('1')], now);
    const user = { id: 'c0ffee000000aaaa', image: digest, running: true };
    expect(removeImage(single, 'app:1', { containers: [user] })).toEqual({ error: `conflict: unable to delete app:1 (must be forced) - container c0ffee000000 is using its referenced image ${digest.slice(7, 19)}` });
    expect(removeImage(single, digest, { containers: [user], force: true })).toEqual({ error: `conflict: unable to delete ${digest.slice(7, 19)} (cannot be forced) - image is being used by running container c0ffee000000` });
    expect([...must(removeImage(single, 'app:1', { containers: [user], force: true })).store.images.keys()]).toEqual([danglingName(digest)]);
  });
});

describe('the list', () => {
  const image = attested(imageOf('a', 'b'));
  const other = imageOf('a', 'c', 'd');
  const store = putImage(putImage(emptyImageStore, image, [app('1'), app('2')], now), other, ['ghcr.io/me/app:1'], now);

  it('has one row an image, the newest first, under the digest of its index', () => {
    const rows = listImages(store);
    expect(rows.map(({ id, tags }) => [id, tags])).toEqual([[other.target.digest, ['ghcr.io/me/app:1']], [image.target.digest, ['app:1', 'app:2']]]);
    expect(rows[1]?.digests).toEqual([`app@${image.target.digest}`]);
    expect(rows[1]?.manifests.map(({ kind, platform }) => [kind, platform])).toEqual([['image', 'linux/amd64'], ['attestation', 'unknown/unknown']]);
  });

  it('counts what travels and what is unpacked', () => {
    const row = listImages(store)[1]!;
    const layers = image.blobs.filter(({ layer }) => layer);
    expect(row.unpacked).toBe(layers.reduce((sum, { layer }) => sum + layer!.size, 0));
    expect(row.content).toBe(image.blobs.filter(({ digest }) => digest !== image.target.digest).reduce((sum, { size }) => sum + size, 0));
    expect(row.size).toBe(row.content + row.unpacked);
  });

  it('counts a shared layer with every image, the disk once', () => {
    const rows = listImages(store);
    const usage = imageDiskUsage(store);
    const shared = image.blobs.find(({ layer }) => layer)!;
    expect(rows.map((row) => row.shared)).toEqual([shared.size + shared.layer!.size, shared.size + shared.layer!.size]);
    const index = image.target.size;
    expect(rows.reduce((sum, { size }) => sum + size, 0) - rows[0]!.shared + index).toBe(usage.size);
    expect(usage).toMatchObject({ total: 2, active: 0, reclaimable: rows.reduce((sum, { size, shared: common }) => sum + size - common, 0) });
  });

  it('with the older store shows config digests and unpacked sizes', () => {
    const row = listImages(store, { imageStore: 'overlay2' })[1]!;
    expect([row.id, row.size]).toEqual([row.best?.configDigest, row.unpacked]);
  });
});

describe('pruning', () => {
  const first = imageOf('a', 'b');
  const store = putImage(putImage(emptyImageStore, first, [app('latest')], now), imageOf('a', 'c'), [app('latest')], now + 1000);

  it('takes dangling images, and says what it freed', () => {
    const { store: left, lines, reclaimed } = pruneImages(store);
    expect(lines).toEqual([`untagged: ${first.target.digest}`, `deleted: ${first.target.digest}`]);
    expect(imageDiskUsage(store).size - imageDiskUsage(left).size).toBe(reclaimed);
    expect([...left.images.keys()]).toEqual([app('latest')]);
    expect(pruneImages(left)).toEqual({ store: left, lines: [], reclaimed: 0 });
  });

  it('of all takes everything that no container has', () => {
    const used = store.images.get(app('latest'))!.target.digest;
    expect([...pruneImages(store, { all: true, containers: [{ id: 'c', image: used, running: false }] }).store.images.keys()]).toEqual([app('latest')]);
    expect(pruneImages(store, { all: true }).store).toEqual(emptyImageStore);
  });

  it('keeps what is newer than a moment or lacks a label', () => {
    expect(pruneImages(store, { all: true, until: now }).lines).toEqual([]);
    expect([...pruneImages(store, { all: true, labels: ({ stage }) => stage === 'a c' }).store.images.keys()]).toEqual([danglingName(first.target.digest)]);
  });
});
