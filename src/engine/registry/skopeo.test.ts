import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArchive, writeArchive } from '../image/archive/index.ts';
import { childrenOf } from '../image/children.ts';
import type { NewImage } from '../image/new-image.ts';
import { attested, imageOf, storeOf } from './fixture.ts';

const present = spawnSync('skopeo', ['--version']).status === 0;
if (!present) console.log('No skopeo: archives are not read by it.');
const folder = present ? mkdtempSync(join(tmpdir(), 'skopeo-')) : '';
afterAll(() => {
  if (present) rmSync(folder, { recursive: true, force: true });
});

const skopeo = (...args: readonly string[]): string => execFileSync('skopeo', args, { encoding: 'utf8', stdio: 'pipe' });

/** The archive of an image as a file. */
function saved(image: NewImage, name: string): string {
  const store = storeOf(image, 'docker.io/me/app:1.0.0');
  const archive = writeArchive(store, [...store.images.values()]);
  if (!archive.ok) throw new Error(archive.problem.id);
  const path = join(folder, name);
  writeFileSync(path, archive.bytes);
  return path;
}

describe.runIf(present)('skopeo', () => {
  const image = imageOf('base', 'dependencies', 'code');
  const manifest = image.blobs[0]!;
  const layers = childrenOf(manifest).slice(1).map(({ digest }) => digest);

  it('reads an archive of ours in either form, with our digests', () => {
    const file = saved(image, 'app.tar');
    const inspected = JSON.parse(skopeo('inspect', `oci-archive:${file}`)) as { readonly Digest: string; readonly Layers: readonly string[]; readonly Architecture: string };
    expect([inspected.Digest, inspected.Layers, inspected.Architecture]).toEqual([manifest.digest, layers, 'amd64']);
    const docker = JSON.parse(skopeo('inspect', '--config', `docker-archive:${file}`)) as { readonly rootfs: { readonly diff_ids: readonly string[] } };
    expect(docker.rootfs.diff_ids).toEqual(image.blobs.flatMap(({ layer }) => layer?.diffId ?? []));
  });

  it('copies it to a layout and back, and every digest is the same', () => {
    const file = saved(image, 'there.tar');
    skopeo('copy', '--preserve-digests', `oci-archive:${file}`, `oci:${join(folder, 'layout')}:1.0.0`);
    skopeo('copy', '--preserve-digests', `oci:${join(folder, 'layout')}:1.0.0`, `oci-archive:${join(folder, 'back.tar')}:1.0.0`);
    const back = readArchive(new Uint8Array(readFileSync(join(folder, 'back.tar'))));
    if (!back.ok) throw new Error(back.problem.id);
    const digests = back.images.flatMap(({ image: { blobs } }) => blobs.map(({ digest }) => digest));
    for (const { digest } of image.blobs) expect(digests).toContain(digest);
  });

  it('copies an index with the statement about its image', () => {
    const both = attested(image);
    const file = saved(both, 'index.tar');
    skopeo('copy', '--all', '--preserve-digests', `oci-archive:${file}`, `oci:${join(folder, 'whole')}:1.0.0`);
    const index = JSON.parse(readFileSync(join(folder, 'whole', 'index.json'), 'utf8')) as { readonly manifests: readonly { readonly digest: string }[] };
    expect(index.manifests.map(({ digest }) => digest)).toEqual([both.target.digest]);
    for (const { digest, size } of both.blobs) expect(readFileSync(join(folder, 'whole', 'blobs', 'sha256', digest.slice(7))).length).toBe(size);
  });
});
