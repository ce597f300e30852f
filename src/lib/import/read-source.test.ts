import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '#engine/source/utf8.ts';
import { importedContext, importLimits } from '#engine/workspace/import.ts';
import { text } from '#messages/index.ts';
import { carried } from './content.ts';
import { sourceOfItems, sourceOfList } from './folder.ts';
import type { Imported, ImportProgress } from './imported.ts';
import type { FileItem, FolderItem, Item } from './item.ts';
import { readSource } from './read-source.ts';

/** A folder on a disk that notes what is opened and what is read. */
class Disk {
  readonly opened: string[] = [];
  readonly read: string[] = [];

  folder(held: Readonly<Record<string, string | Uint8Array | number | object>>, path = 'app'): FolderItem {
    const below = (name: string) => (path === 'app' ? name : `${path}/${name}`);
    return {
      kind: 'folder',
      name: path.slice(path.lastIndexOf('/') + 1),
      listed: false,
      list: () => {
        this.opened.push(path);
        return Object.entries(held).map(([name, what]): Item => (isContent(what) ? this.file(name, below(name), what) : this.folder(what as never, below(name))));
      },
    };
  }

  file(name: string, path: string, what: string | Uint8Array | number): FileItem {
    const bytes = typeof what === 'string' ? encodeUtf8(what) : what;
    return {
      kind: 'file',
      name,
      size: () => (typeof bytes === 'number' ? bytes : bytes.length),
      read: async () => {
        this.read.push(path);
        return typeof bytes === 'number' ? new Uint8Array(bytes) : bytes;
      },
    };
  }
}

const isContent = (what: unknown): what is string | Uint8Array | number => typeof what === 'string' || typeof what === 'number' || what instanceof Uint8Array;

async function readDisk(held: Parameters<Disk['folder']>[0], options?: Parameters<typeof readSource>[1]) {
  const disk = new Disk();
  const root = disk.folder(held);
  return { disk, imported: await readSource(() => ({ name: 'app', root }), options) };
}

function taken(imported: Imported) {
  if (imported.kind !== 'read') throw new Error(imported.kind === 'refused' ? text(imported.message) : imported.kind);
  return imported;
}

const byPath = (imported: Imported) => Object.fromEntries(taken(imported).action.files.map(({ path, ...rest }) => [path, rest]));

describe('reading a folder', () => {
  it('carries text as text, other bytes as base64, and empty folders by their names', async () => {
    const { imported } = await readDisk({ Dockerfile: 'FROM alpine\n', src: { 'main.go': 'package main\n', 'logo.png': new Uint8Array([0x89, 0x50]) }, empty: {} });
    expect(byPath(imported)).toEqual({ Dockerfile: { text: 'FROM alpine\n' }, 'src/main.go': { text: 'package main\n' }, 'src/logo.png': { base64: 'iVA=' }, empty: { dir: true } });
    expect(taken(imported).summary).toEqual({ name: 'app', files: 3, bytes: 27, keptOut: 0, dockerfile: 'Dockerfile', guessedExecutable: 0 });
  });

  it('never reads a file that .dockerignore keeps out, nor looks into a folder that it keeps out whole', async () => {
    const { disk, imported } = await readDisk({
      '.dockerignore': 'node_modules\n*.log\n!keep.log\n',
      Dockerfile: 'FROM alpine\n',
      node_modules: { left: { 'pad.js': 'x' } },
      'debug.log': 4_000_000_000,
      'keep.log': 'kept',
    });
    expect(disk.opened).not.toContain('node_modules');
    expect([...new Set(disk.read)].toSorted()).toEqual(['.dockerignore', 'Dockerfile', 'keep.log']);
    expect(byPath(imported)).toMatchObject({ node_modules: { dir: true }, 'debug.log': { size: 4_000_000_000 }, 'keep.log': { text: 'kept' } });
    expect(taken(imported).summary).toMatchObject({ files: 3, keptOut: 2, ignoreFile: '.dockerignore' });
  });

  it('looks into a folder that is kept out where something in it is brought back', async () => {
    const { disk, imported } = await readDisk({ '.dockerignore': 'docs\n!docs/api.md\n', docs: { 'api.md': 'api', 'notes.md': 'notes' } });
    expect(disk.read).not.toContain('docs/notes.md');
    expect(byPath(imported)).toMatchObject({ 'docs/api.md': { text: 'api' }, 'docs/notes.md': { size: 5 } });
  });

  it('reads the Dockerfile and its ignore file though they are kept out, as a build does', async () => {
    const { imported } = await readDisk({ '.dockerignore': '*\n', Dockerfile: 'FROM scratch\n', src: { a: 'a' } });
    expect(byPath(imported)).toMatchObject({ Dockerfile: { text: 'FROM scratch\n' }, '.dockerignore': { text: '*\n' }, src: { dir: true } });
  });

  it('lets the Dockerfile’s own ignore file take the place of .dockerignore, at the root and below it', async () => {
    const files = { '.dockerignore': 'b\n', a: 'a', b: 'b' };
    const atRoot = await readDisk({ ...files, 'web.Dockerfile': 'FROM alpine\n', 'web.Dockerfile.dockerignore': 'a\n' });
    expect(byPath(atRoot.imported)).toMatchObject({ a: { size: 1 }, b: { text: 'b' } });
    const below = await readDisk({ ...files, docker: { Dockerfile: 'FROM alpine\n', 'Dockerfile.dockerignore': 'a\ndocker\n' } });
    expect(byPath(below.imported)).toMatchObject({ a: { size: 1 }, b: { text: 'b' }, 'docker/Dockerfile': { text: 'FROM alpine\n' } });
    expect(taken(below.imported).summary).toMatchObject({ dockerfile: 'docker/Dockerfile', ignoreFile: 'docker/Dockerfile.dockerignore' });
    expect(importedContext(taken(below.imported).action, 0)).toHaveProperty('type', 'dir');
  });

  it('reads everything where the ignore file has a pattern that does not compile: the build says what is wrong with it', async () => {
    const { imported } = await readDisk({ '.dockerignore': 'a[\n', a: 'a' });
    expect(byPath(imported)).toMatchObject({ a: { text: 'a' } });
  });

  it('leaves out what macOS leaves behind', async () => {
    const { imported } = await readDisk({ '.DS_Store': 'x', __MACOSX: { a: 'x' }, src: { '.DS_Store': 'x', a: 'a' } });
    expect(Object.keys(byPath(imported))).toEqual(['src/a']);
  });

  it('takes scripts and programs for executable, because browsers do not tell', async () => {
    const { imported } = await readDisk({ gradlew: '#!/bin/sh\n', tool: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0xff]), 'a.txt': 'a' });
    expect(byPath(imported)).toMatchObject({ gradlew: { mode: 0o755 }, tool: { mode: 0o755 }, 'a.txt': { text: 'a' } });
    expect(taken(imported).summary.guessedExecutable).toBe(2);
  });

  it('says that there is no Dockerfile by naming none', async () => {
    expect(taken((await readDisk({ 'main.go': '' })).imported).summary.dockerfile).toBeUndefined();
  });
});

describe('the limits', () => {
  const refusal = (imported: Imported) => (imported.kind === 'refused' ? text(imported.message) : imported.kind);

  it('refuse too many bytes before one is read, and say where most of them are', async () => {
    const { disk, imported } = await readDisk({ data: { 'a.bin': importLimits.bytes, 'b.bin': 1 }, Dockerfile: 'FROM alpine\n' });
    expect(refusal(imported)).toMatch(/^It has 64\.0\sMB to read, most of it in data; 64\.0\sMB is the most that a tab takes\. Name what the build does not need in a \.dockerignore/);
    expect(disk.read).toEqual([]);
  });

  it('refuse too many files, and say where most of them are', async () => {
    const many = Object.fromEntries(Array.from({ length: importLimits.entries }, (_, i) => [`${i}.js`, '']));
    const { imported } = await readDisk({ node_modules: many, Dockerfile: 'FROM alpine\n' });
    expect(refusal(imported)).toMatch(/^It has more than 20,000 files, most of them in node_modules\./);
    const kept = await readDisk({ node_modules: many, Dockerfile: 'FROM alpine\n', '.dockerignore': 'node_modules' });
    expect(kept.imported.kind).toBe('read');
  });

  it('refuse folders without an end, names that are too long, and an empty folder', async () => {
    const endless = (): FolderItem => ({ kind: 'folder', name: 'd', listed: false, list: () => [endless()] });
    expect(refusal(await readSource(() => ({ name: 'd', root: endless() })))).toMatch(/^Its folders are nested deeper than 64 levels/);
    expect(refusal((await readDisk({ ['x'.repeat(256)]: '' })).imported)).toMatch(/255 bytes/);
    expect(refusal((await readDisk({})).imported)).toBe('There is nothing in it.');
  });

  it('hold where a file is larger than it said', async () => {
    const item: FileItem = { kind: 'file', name: 'a', size: () => 1, read: async () => new Uint8Array(importLimits.bytes + 1) };
    expect(refusal(await readSource(() => sourceOfItems([item])))).toMatch(/64\.0\sMB is the most/);
  });

  it('name a file that cannot be read', async () => {
    const item: FileItem = { kind: 'file', name: 'secret.key', size: () => 1, read: () => Promise.reject(new Error('Permission denied.')) };
    expect(refusal(await readSource(() => sourceOfItems([item])))).toBe('secret.key could not be read: Permission denied.');
  });
});

describe('progress', () => {
  it('counts files while listing and bytes of a known total while reading, and ends at that total', async () => {
    const said: ImportProgress[] = [];
    await readDisk(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}`, 'xy'])), { onprogress: (progress) => said.push(progress) });
    expect(said[0]).toEqual({ phase: 'listing', files: 1, bytes: 0 });
    expect(said.at(-1)).toEqual({ phase: 'reading', files: 30, bytes: 60, total: 60 });
  });

  it('ends when it is cancelled, and reads no more', async () => {
    const abort = new AbortController();
    const { disk, imported } = await readDisk(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}`, 'xy'])), {
      signal: abort.signal,
      onprogress: ({ phase }) => phase === 'reading' && abort.abort(),
    });
    expect(imported).toEqual({ kind: 'cancelled' });
    expect(disk.read.length).toBeLessThan(30);
  });
});

describe('the list of a file input', () => {
  const file = (path: string, text: string) => Object.defineProperty(new File([text], path.slice(path.lastIndexOf('/') + 1)), 'webkitRelativePath', { value: path });

  it('is the folder that its paths begin with, whose left-out folders are listed by size', async () => {
    const imported = await readSource(() => sourceOfList([file('app/.dockerignore', 'node_modules\n'), file('app/node_modules/a/b.js', 'xyz'), file('app/main.js', '1'), file('app/.DS_Store', '')]));
    expect(taken(imported).summary.name).toBe('app');
    expect(byPath(imported)).toEqual({ '.dockerignore': { text: 'node_modules\n' }, 'main.js': { text: '1' }, 'node_modules/a/b.js': { size: 3 } });
  });

  it('of nothing is refused', async () => {
    expect(await readSource(() => sourceOfList([]))).toEqual({ kind: 'refused', message: { id: 'import.empty' } });
  });
});

describe('law', () => {
  it('an import carries any bytes there and back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 50 }).map((text) => new TextEncoder().encode(text))), (bytes) => {
        const root = importedContext({ files: [{ path: 'x', ...carried(bytes) }] }, 0);
        const node = 'id' in root ? undefined : root.entries.get('x');
        expect(node?.type === 'file' && node.content.kind === 'bytes' && [...node.content.bytes]).toEqual([...bytes]);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
