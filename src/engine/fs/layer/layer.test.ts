import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../content.ts';
import { link } from '../links.ts';
import { described, dirOf, emptyDir, file, special, symlink, withMeta } from '../make.ts';
import type { DirNode, Node } from '../node.ts';
import { get, put, remove, walk } from '../paths.ts';
import { sha256 } from '../sha256.ts';
import { applyLayer } from './apply.ts';
import { diff } from './diff.ts';
import type { LayerEntry } from './entry.ts';
import { layerDigest, layerEntries } from './layer.ts';
import { readTar } from '../archive/tar-read.ts';
import { tarChunks, writeTar } from '../archive/tar-write.ts';

/** What a tree is, without provenance and object identity: names of one inode share a number. */
function print(root: DirNode): string[] {
  const inodes = new Map<object, number>();
  return [...walk(root)].map(([path, node]) => {
    const { mode, uid, gid, mtime } = node;
    const inode = node.type === 'file' && node.inode ? (inodes.get(node.inode) ?? inodes.set(node.inode, inodes.size).size - 1) : '';
    const body = node.type === 'file' ? sha256(bytesOf(node.content)) : node.type === 'symlink' ? node.target : 'major' in node ? `${node.major},${node.minor}` : '';
    return `${path} ${node.type} ${mode.toString(8)} ${uid}:${gid} ${node.type === 'dir' ? '' : mtime} ${body} ${inode}`;
  });
}

const name = fc.constantFrom('a', 'b', 'c', 'd', 'ä', 'a.b', 'a-b');
const meta = fc.record({ mode: fc.constantFrom(0o644, 0o755, 0o4755), uid: fc.constantFrom(0, 1000), gid: fc.constantFrom(0, 50), mtime: fc.constantFrom(0, 1000, 2000) });
const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.tuple(fc.string({ maxLength: 3 }), meta).map(([text, m]) => file(text, m)),
  fc.tuple(fc.constantFrom('a', '/b', '../c'), meta).map(([target, m]) => symlink(target, { ...m, mode: 0o777 })),
  fc.tuple(fc.nat(700), meta).map(([size, m]) => described(size, 'seed', m)),
  meta.map((m) => special('fifo', undefined, m)),
);
const tree: fc.Arbitrary<DirNode> = fc.letrec<{ node: Node; dir: DirNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, leaf, tie('dir')),
  dir: fc.tuple(fc.array(fc.tuple(name, tie('node')), { maxLength: 5 }), meta).map(([entries, m]) => dirOf(entries, m)),
})).dir;

describe('a layer', () => {
  it('makes of the lower tree the upper one, also after it was a tar', () => {
    fc.assert(
      fc.property(tree, tree, (lower, upper) => {
        const entries = layerEntries(lower, upper);
        expect(print(applyLayer(lower, entries))).toEqual(print(upper));
        const { entries: read, error } = readTar(writeTar(entries));
        expect(error).toBeUndefined();
        expect(print(applyLayer(lower, read))).toEqual(print(upper));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is empty between equal trees, and then is 1024 zero bytes', () => {
    const root = dirOf([['a', file('x')]]);
    const again = dirOf([['a', file('x')]]);
    expect(diff(root, again)).toEqual([]);
    expect(layerDigest(root, again)).toEqual({ diffId: 'sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef', size: 1024 });
  });

  it('holds the directories above what changed, and deletes by whiteouts in the place of the name', () => {
    const lower = dirOf([['etc', dirOf([['a', file('a')], ['m', file('m')], ['z', dirOf([['in', file('')]])]])], ['usr', dirOf([['x', file('')]])]]);
    const upper = remove(remove(put(lower, 'etc/m', file('new')), 'etc/a'), 'etc/z');
    expect(layerEntries(lower, upper).map(({ path }) => path)).toEqual(['etc/', 'etc/.wh.a', 'etc/m', 'etc/.wh.z']);
    expect(layerEntries(lower, upper)[1]).toMatchObject({ mode: 0, uid: 0, gid: 0, mtime: 0, whiteout: true });
  });

  it('does not see a directory that was only touched, nor provenance', () => {
    const lower = dirOf([['d', dirOf([['f', file('x', { origin: { by: 'base' } })]])]]);
    const upper = dirOf([['d', dirOf([['f', file('x')]], { mtime: 99 })]]);
    expect(diff(lower, upper)).toEqual([]);
    expect(diff(lower, put(upper, 'd', withMeta(get(upper, 'd')!, { mode: 0o700 })))).toMatchObject([{ kind: 'modify', path: 'd' }]);
  });

  it('writes the later names of an inode as links', () => {
    const root = link(dirOf([['a', file('text')]]), 'a', 'b') as DirNode;
    const entries = layerEntries(emptyDir(), root);
    expect(entries).toMatchObject([{ path: 'a', type: 'file', size: 4 }, { path: 'b', type: 'link', size: 0, linkname: 'a' }]);
    const back = applyLayer(emptyDir(), entries);
    expect(get(back, 'a')).toBe(get(back, 'b'));
  });

  it('clamps times to SOURCE_DATE_EPOCH, and leaves earlier ones', () => {
    const root = dirOf([['old', file('', { mtime: 1000 })], ['new', file('', { mtime: 9_999_000 })]]);
    const times = layerEntries(emptyDir(), root, { sourceDateEpoch: 5 }).map(({ path, mtime }) => [path, mtime]);
    expect(times).toEqual([['new', 5], ['old', 1]]);
  });

  it('empties a directory at an opaque marker, but keeps what the layer itself put there', () => {
    const lower = dirOf([['d', dirOf([['old', file('')]])]]);
    const entry = (path: string): LayerEntry => ({ path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: 0, mtime: 0 });
    const upper = applyLayer(lower, [entry('d/new'), entry('d/.wh..wh..opq')]);
    expect([...walk(upper)].map(([path]) => path)).toEqual(['d', 'd/new']);
  });

  it('of a described file is streamed and agrees with the tar of its bytes', () => {
    const big = dirOf([['blob', described(300_001, 's')]]);
    const { diffId, size } = layerDigest(emptyDir(), big);
    const tar = writeTar(layerEntries(emptyDir(), big));
    expect(sha256(tar)).toBe(diffId);
    expect(tar.length).toBe(size);
    expect(Math.max(...Array.from(tarChunks(layerEntries(emptyDir(), big)), (chunk) => chunk.length))).toBeLessThan(100_000);
  });
});

const hasTar = spawnSync('tar', ['--version']).status === 0;

describe.runIf(hasTar)('a tar of ours', () => {
  it('is listed by tar as what it holds, long and foreign names included', () => {
    const deep = `${'d'.repeat(60)}/${'e'.repeat(60)}/${'f'.repeat(120)}`;
    let root = dirOf([['plain', file('text', { mode: 0o4755, uid: 1000, gid: 50, mtime: 1_700_000_000_000 })], ['ümläut', file('x')], ['big', file('', { uid: 3_000_000 })]]);
    root = put(root, deep, file('deep'));
    root = put(root, `${'x'.repeat(90)}/${'y'.repeat(90)}`, file('split'));
    root = put(root, 'link', symlink(`${'t'.repeat(150)}`));
    const dir = mkdtempSync(join(tmpdir(), 'layer-'));
    try {
      const place = join(dir, 'layer.tar');
      writeFileSync(place, writeTar(layerEntries(emptyDir(), root)));
      const listed = execFileSync('tar', ['--quoting-style=literal', '-tf', place], { encoding: 'utf8' }).trimEnd().split('\n');
      const paths = [...walk(root)].map(([path, node]) => (node.type === 'dir' ? `${path}/` : path));
      expect(listed).toEqual(paths);
      const details = execFileSync('tar', ['--quoting-style=literal', '--numeric-owner', '--utc', '-tvf', place], { encoding: 'utf8' });
      expect(details).toContain('-rwsr-xr-x 1000/50           4 2023-11-14 22:13 plain');
      expect(details).toContain('3000000/0');
      expect(details).toContain(`link -> ${'t'.repeat(150)}`);
      expect(execFileSync('tar', ['-xOf', place, deep], { encoding: 'utf8' })).toBe('deep');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

describe('reading a tar', () => {
  it('never throws, whatever the bytes', () => {
    const good = writeTar(layerEntries(emptyDir(), dirOf([['a', file('x')], ['b'.repeat(120), file('y')]])));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }), fc.nat(good.length), (edits, length) => {
        const bytes = good.slice(0, length);
        for (const [at, byte] of edits) if (at < length) bytes[at] = byte;
        const { entries } = readTar(bytes);
        expect(applyLayer(emptyDir(), entries).type).toBe('dir');
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('keeps names that lead out of the archive inside', () => {
    const entry = (path: string): LayerEntry => ({ path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: 0, mtime: 0 });
    const root = applyLayer(emptyDir(), [entry('../../etc/passwd'), entry('/abs')]);
    expect([...walk(root)].map(([path]) => path)).toEqual(['abs', 'etc', 'etc/passwd']);
  });

  it('says what is wrong with a broken one', () => {
    const good = writeTar(layerEntries(emptyDir(), dirOf([['a', file('x'.repeat(600))]])));
    expect(readTar(good.slice(0, 700)).error).toBe('unexpected EOF');
    expect(readTar(new Uint8Array(512).fill(1)).error).toBe('archive/tar: invalid tar header');
    expect(readTar(good, { maxEntries: 0 }).error).toBe('more than 0 entries');
  });
});
