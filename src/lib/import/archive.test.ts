import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync as nodeGzip } from 'node:zlib';
import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { tarChunks, type LayerEntry } from '#engine/fs/index.ts';
import { encodeUtf8 } from '#engine/source/utf8.ts';
import { importedContext, importLimits } from '#engine/workspace/import.ts';
import { text } from '#messages/index.ts';
import { archiveKind, openArchive } from './archive.ts';
import type { Imported } from './imported.ts';
import { readSource } from './read-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'layerscope-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (bytes: Uint8Array, name: string): Promise<Imported> => {
  const file = new File([new Uint8Array(bytes)], name);
  return readSource(() => openArchive(file));
};

const byPath = (imported: Imported) => {
  if (imported.kind !== 'read') throw new Error(imported.kind === 'refused' ? text(imported.message) : imported.kind);
  return Object.fromEntries(imported.action.files.map(({ path, ...rest }) => [path, rest]));
};

const refusal = (imported: Imported) => (imported.kind === 'refused' ? text(imported.message) : JSON.stringify(imported));

const zip = (files: Zippable) => zipSync(files, { mtime: '2024-01-01' });

function tar(...entries: readonly (Pick<LayerEntry, 'path' | 'type'> & Partial<LayerEntry> & { readonly text?: string })[]): Uint8Array {
  const chunks = tarChunks(entries.map(({ text = '', ...entry }) => {
    const bytes = encodeUtf8(text);
    return { mode: 0o644, uid: 0, gid: 0, mtime: 0, ...entry, ...(entry.type === 'file' ? { size: bytes.length, content: { kind: 'bytes', bytes } as const } : { size: 0 }) };
  }));
  return new Uint8Array(Buffer.concat([...chunks]));
}

/** A project on the disk as Debian's own tools pack it. */
function project(): string {
  const root = join(folder, 'my-app');
  mkdirSync(join(root, 'bin'), { recursive: true });
  mkdirSync(join(root, 'node_modules', 'left-pad'), { recursive: true });
  writeFileSync(join(root, 'Dockerfile'), 'FROM alpine\nCOPY . .\n');
  writeFileSync(join(root, '.dockerignore'), 'node_modules\n');
  writeFileSync(join(root, 'node_modules', 'left-pad', 'index.js'), 'pad');
  writeFileSync(join(root, 'bin', 'run.sh'), '#!/bin/sh\n');
  writeFileSync(join(root, 'grüße.bin'), new Uint8Array([0xff, 0x00]));
  // Whatever the umask of the machine is.
  for (const path of ['Dockerfile', '.dockerignore', 'grüße.bin', 'node_modules/left-pad/index.js']) chmodSync(join(root, path), 0o644);
  for (const path of ['', 'bin', 'node_modules', 'node_modules/left-pad']) chmodSync(join(root, path), 0o755);
  chmodSync(join(root, 'bin', 'run.sh'), 0o750);
  symlinkSync('../../etc/passwd', join(root, 'bin', 'out'));
  return root;
}

const root = project();

const packed = {
  Dockerfile: { text: 'FROM alpine\nCOPY . .\n' },
  '.dockerignore': { text: 'node_modules\n' },
  'node_modules/left-pad/index.js': { size: 3 },
  'bin/run.sh': { text: '#!/bin/sh\n', mode: 0o750 },
  'grüße.bin': { base64: '/wA=' },
  'bin/out': { target: '../../etc/passwd' },
};

const has = (tool: string) => spawnSync(tool, ['--version']).status === 0;

describe.runIf(has('tar'))('archives of Debian’s tar', () => {
  it.each([['tar', '-c', ''], ['tar.gz', '-cz', 'gzip'], ['tar.bz2', '-cj', 'bzip2'], ['tar.xz', '-cJ', 'xz'], ['tar.zst', '-c --zstd', 'zstd']])('reads a .%s', async (ending, flags, tool) => {
    const path = join(folder, `whatever.${ending}`);
    const made = tool === '' || has(tool) ? spawnSync('tar', [...flags.split(' '), '-f', path, '-C', folder, 'my-app']).status : undefined;
    const imported = made === 0 ? await open(new Uint8Array(readFileSync(path)), `whatever.${ending}`) : undefined;
    // A machine without the compressor has nothing to say about it.
    expect(imported ? byPath(imported) : packed).toEqual(packed);
    expect(imported?.kind === 'read' ? imported.summary : { name: 'my-app', dockerfile: 'Dockerfile', keptOut: 1 }).toMatchObject({ name: 'my-app', dockerfile: 'Dockerfile', keptOut: 1 });
  });

  it('reads one that was made inside the folder, names it after the file, and takes hard links for files', async () => {
    const path = join(folder, 'inside.tgz');
    spawnSync('sh', ['-c', `cd '${root}' && ln -f Dockerfile second && tar -czf '${path}' . && rm second`]);
    const imported = await open(new Uint8Array(readFileSync(path)), 'inside.tgz');
    expect(byPath(imported)).toEqual({ ...packed, second: packed.Dockerfile });
    expect(imported).toMatchObject({ summary: { name: 'inside' } });
  });
});

describe.runIf(has('zip'))('zips of Info-ZIP', () => {
  it('keep modes and links', async () => {
    const path = join(folder, 'packed.zip');
    spawnSync('zip', ['-qry', path, 'my-app'], { cwd: folder });
    expect(byPath(await open(new Uint8Array(readFileSync(path)), 'packed.zip'))).toEqual(packed);
  });
});

describe('zips', () => {
  it('are read stored and packed, without what macOS adds, and without their single folder', async () => {
    const bytes = zip({ 'app/': new Uint8Array(0), 'app/a.txt': [encodeUtf8('stored'), { level: 0 }], 'app/b.txt': encodeUtf8('packed '.repeat(100)), '__MACOSX/app/._a.txt': encodeUtf8('x'), 'app/.DS_Store': encodeUtf8('x') });
    const imported = await open(bytes, 'download.zip');
    expect(byPath(imported)).toEqual({ 'a.txt': { text: 'stored' }, 'b.txt': { text: 'packed '.repeat(100) } });
    expect(imported).toMatchObject({ summary: { name: 'app' } });
  });

  it('take the Unix mode and type from the attributes, and guess where there are none', async () => {
    const unix = (mode: number) => ({ os: 3, attrs: (mode << 16) >>> 0 });
    const bytes = zip({
      tool: [encodeUtf8('x'), unix(0o100755)], link: [encodeUtf8('tool'), unix(0o120777)], pipe: [new Uint8Array(0), unix(0o010644)],
      script: [encodeUtf8('#!/bin/sh\n'), { os: 0 }], plain: [encodeUtf8('x'), { os: 0 }],
    });
    expect(byPath(await open(bytes, 'a.zip'))).toEqual({ tool: { text: 'x', mode: 0o755 }, link: { target: 'tool' }, script: { text: '#!/bin/sh\n', mode: 0o755 }, plain: { text: 'x' } });
  });

  it('keep names apart that differ only in their Unicode normalisation', async () => {
    expect(byPath(await open(zip({ 'caf\u00e9': encodeUtf8('1'), 'cafe\u0301': encodeUtf8('2') }), 'a.zip'))).toEqual({ 'caf\u00e9': { text: '1' }, 'cafe\u0301': { text: '2' } });
  });

  it('begin behind a program that unpacks them', async () => {
    expect(byPath(await open(new Uint8Array([...encodeUtf8('PK\u0003\u0004 not yet'), ...zip({ a: encodeUtf8('1') })]), 'a.zip'))).toEqual({ a: { text: '1' } });
  });

  it('of nothing are refused', async () => {
    expect(refusal(await open(zip({}), 'a.zip'))).toBe('There is nothing in it.');
  });
});

describe('hostile archives', () => {
  const directoryOf = (bytes: Uint8Array) => Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));

  /** The zip with a number of its first directory entry changed. */
  function forged(bytes: Uint8Array, at: number, value: number, size: 2 | 4 = 4): Uint8Array {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    if (size === 2) view.setUint16(directoryOf(copy) + at, value, true);
    else view.setUint32(directoryOf(copy) + at, value, true);
    return copy;
  }

  const one = zip({ a: encodeUtf8('content '.repeat(50)) });
  const bomb = zip({ zeros: new Uint8Array(importLimits.bytes + 1) });

  it.each<readonly [string, Uint8Array, RegExp]>([
    ['a zip with a way out', zip({ '../../etc/passwd': encodeUtf8('x') }), /holds \.\.\/\.\.\/etc\/passwd, a path that leads out of it/],
    ['a tar with a way out', tar({ path: 'a/../../b', type: 'file' }), /leads out of it/],
    ['a Windows way out', forged(zip({ '..\\x': encodeUtf8('x') }), 4, 20, 2), /leads out of it/],
    ['a bomb that says what it is', bomb, /It has 64\.0\sMB to read/],
    ['a bomb that does not', forged(bomb, 24, 1000), /unpacks to more than the 1,000.B that the zip declares/],
    ['a packed bomb of a tar', nodeGzip(new Uint8Array(256_000_001)), /unpacks to more than 256\.0\sMB/],
    ['a wrong checksum', forged(one, 16, 1), /a is damaged: it is not what the zip says it is/],
    ['a password', forged(one, 8, 1, 2), /encrypted/],
    ['a method that is not read', forged(one, 10, 14, 2), /method 14/],
    ['a header outside of the file', forged(one, 42, 0xfffffff0), /damaged or cut short/],
    ['a zip that is cut short', one.slice(0, -30), /damaged or cut short/],
    ['a tar that is cut short', tar({ path: 'a', type: 'file', text: 'x' }, { path: 'b', type: 'file', text: 'x'.repeat(5000) }).slice(0, 3000), /damaged or cut short \(unexpected EOF\)/],
    ['gzip that is cut short', nodeGzip(tar({ path: 'a', type: 'file', text: 'x' })).subarray(0, 60), /damaged or cut short|no tar/],
    ['gzip of something else', nodeGzip(encodeUtf8('just text')), /There is no tar in it/],
    ['a file below a link', tar({ path: 'd', type: 'symlink', linkname: '/etc' }, { path: 'd/passwd', type: 'file' }), /puts something below d, which is not a folder/],
    ['a folder where a file is', tar({ path: 'd', type: 'file' }, { path: 'd/', type: 'dir' }), /below d, which is not a folder/],
    ['a file where a folder is', tar({ path: 'd/x', type: 'file' }, { path: 'd', type: 'file' }), /both as a file and as a folder/],
    ['hard links in a ring', tar({ path: 'a', type: 'link', linkname: 'b' }, { path: 'b', type: 'link', linkname: 'a' }), /a is another name of b, which is not in the tar before it/],
    ['folders without an end', tar({ path: 'd/'.repeat(70), type: 'dir' }), /deeper than 64 levels/],
    ['a name that is too long', zip({ ['x'.repeat(300)]: encodeUtf8('x') }), /255 bytes/],
    ['a NUL in a name', zip({ 'a\0b': encodeUtf8('x') }), /NUL/],
  ])('%s is refused with a sentence', async (_, bytes, message) => {
    expect(refusal(await open(bytes, 'a.tar.gz'))).toMatch(message);
  });

  it('absolute paths land below the context, and links that lead out stay what they are', async () => {
    const bytes = tar({ path: '/etc/passwd', type: 'file', text: 'root' }, { path: '/loop', type: 'symlink', linkname: 'loop' }, { path: '/up', type: 'symlink', linkname: '../../..' });
    expect(byPath(await open(bytes, 'a.tar'))).toEqual({ 'etc/passwd': { text: 'root' }, loop: { target: 'loop' }, up: { target: '../../..' } });
  });

  it('what comes later in a tar takes the place of what came before', async () => {
    expect(byPath(await open(tar({ path: 'a', type: 'file', text: 'old' }, { path: './a', type: 'file', text: 'new' }), 'a.tar'))).toEqual({ a: { text: 'new' } });
  });

  it('devices and pipes are left out', async () => {
    expect(byPath(await open(tar({ path: 'null', type: 'char', major: 1, minor: 3 }, { path: 'a', type: 'file' }), 'a.tar'))).toEqual({ a: { text: '' } });
  });

  it('what is kept out may be damaged, encrypted or large: it is not read', async () => {
    const bytes = zip({ big: new Uint8Array(importLimits.bytes + 1), '.dockerignore': encodeUtf8('big\n'), a: encodeUtf8('a') });
    expect(byPath(await open(forged(bytes, 16, 1), 'a.zip'))).toEqual({ big: { size: importLimits.bytes + 1 }, '.dockerignore': { text: 'big\n' }, a: { text: 'a' } });
  });

  it.each([[[0x52, 0x61, 0x72, 0x21], 'other'], [[0x37, 0x7a, 0xbc, 0xaf], 'other'], [[0x46, 0x52, 0x4f, 0x4d], undefined]])('a file that begins with %j is known as %s', async (bytes, kind) => {
    expect(await archiveKind(new File([new Uint8Array(bytes)], 'x'))).toBe(kind);
  });

  it('law: whatever bytes of an archive are changed, there is an import that can be done, or a sentence', async () => {
    const archives = [zip({ 'app/a': encodeUtf8('hello'), 'app/b': [encodeUtf8('x'.repeat(200)), { level: 9 }] }), tar({ path: 'a/', type: 'dir' }, { path: 'a/b', type: 'file', text: 'hello' }, { path: 'l', type: 'symlink', linkname: 'a' })];
    const change = fc.record({ which: fc.nat(1), at: fc.nat(2000), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = archives[changes[0]!.which]!.slice();
        for (const { at, to } of changes) bytes[at % bytes.length] = to;
        const imported = await open(bytes, 'a.tar');
        if (imported.kind === 'read') expect(importedContext(imported.action, 0)).toHaveProperty('type', 'dir');
        else expect(refusal(imported)).toMatch(/[a-z].*[.)]$/s);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
