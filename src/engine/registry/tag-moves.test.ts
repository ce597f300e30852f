import { describe, expect, it } from 'vitest';
import { nodeDigest } from '../fs/index.ts';
import type { BaseImage } from '../image/base.ts';
import { resolveImage } from './resolve-image.ts';
import { resolverAt } from './tag-moves.ts';
import type { TagMove } from './tag-moves.ts';

const platform = 'linux/amd64';
const moves: readonly TagMove[] = [
  { tag: 'alpine', day: '2026-11-05' },
  { tag: 'alpine:latest', day: '2026-10-01', to: 'alpine:3.20' },
  { tag: 'alpine:3.22', day: '2026-10-10' },
];

function imageOn(day: string, ref: string): BaseImage {
  const image = resolverAt(moves, Date.parse(`${day}T12:00:00Z`), resolveImage)(ref, platform);
  if ('error' in image) throw new Error(image.error);
  return image;
}

describe('a tag that moves', () => {
  it('leads where the registry says until its first day', () => {
    expect(imageOn('2026-09-30', 'alpine')).toBe(resolveImage('alpine', platform));
  });

  it('leads to another version from that day on, under its own name', () => {
    const image = imageOn('2026-10-01', 'alpine:latest');
    const version = imageOn('2026-10-01', 'alpine:3.20');
    expect(image.digest).toBe(version.digest);
    expect(image.ref).toBe('docker.io/library/alpine:latest');
    expect(nodeDigest(image.root)).toBe(nodeDigest(version.root));
  });

  it('has new digests throughout when the same version was built anew', () => {
    const [before, after] = [imageOn('2026-11-04', 'alpine'), imageOn('2026-11-05', 'alpine')];
    expect(after.ref).toBe(before.ref);
    for (const field of ['digest', 'manifestDigest', 'chainId'] as const) expect(after[field]).not.toBe(before[field]);
    expect(after.config.rootfs.diff_ids).toEqual(after.layers.map(({ diffId }) => diffId));
    expect(after.layers.map(({ size }) => size)).toEqual(before.layers.map(({ size }) => size));
    expect(nodeDigest(after.root)).not.toBe(nodeDigest(before.root));
  });

  it('has the same layers under another digest when only a label changed', () => {
    const at = (day: string) => resolverAt([{ tag: 'busybox', day: '2026-11-05', relabelled: true }], Date.parse(`${day}T12:00:00Z`), resolveImage)('busybox', platform);
    const [before, after] = [at('2026-11-04'), at('2026-11-05')];
    if ('error' in before || 'error' in after) throw new Error('no image');
    expect(after.digest).not.toBe(before.digest);
    expect(after.manifestDigest).not.toBe(before.manifestDigest);
    expect([after.chainId, after.layers, after.root]).toEqual([before.chainId, before.layers, before.root]);
    expect(at('2026-12-24')).toBe(after);
  });

  it('does not drift for who pinned a digest, of whatever day', () => {
    for (const day of ['2026-09-01', '2026-10-02', '2026-11-06']) {
      const { digest } = imageOn(day, 'alpine');
      for (const name of ['alpine', 'alpine:latest']) {
        const later = imageOn('2026-12-24', `${name}@${digest}`);
        expect([later.digest, later.chainId]).toEqual([digest, imageOn(day, 'alpine').chainId]);
      }
    }
  });

  it('leaves other tags and other images alone', () => {
    expect(imageOn('2026-12-01', 'busybox')).toBe(resolveImage('busybox', platform));
    expect(imageOn('2026-12-01', 'alpine:3.20')).toBe(resolveImage('alpine:3.20', platform));
  });

  it('gives the same object for the same answer, so that an unchanged plan is recognised', () => {
    expect(imageOn('2026-11-06', 'alpine')).toBe(imageOn('2026-12-01', 'alpine'));
    expect(imageOn('2026-10-02', 'alpine')).toBe(imageOn('2026-10-03', 'alpine'));
  });

  it('passes over moves on days that are none, and answers as the registry does for what is no reference', () => {
    const resolve = resolverAt([{ tag: 'alpine', day: 'soon' }], Date.UTC(2027, 0, 1), resolveImage);
    expect(resolve('alpine', platform)).toBe(resolveImage('alpine', platform));
    expect(resolverAt(moves, 0, resolveImage)('Not A Reference', platform)).toEqual(resolveImage('Not A Reference', platform));
    expect(resolverAt([{ tag: 'alpine', day: '2026-01-01', to: 'nobody/nothing' }], Date.UTC(2027, 0, 1), resolveImage)('alpine', platform)).toHaveProperty('error');
  });
});
