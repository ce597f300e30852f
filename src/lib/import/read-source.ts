/** A source → the action that takes it for the context. The ignore file is read first; what it keeps out is never read. */
import { readIgnoreFile, type IgnoreFile } from '#engine/context/index.ts';
import { decodeUtf8 } from '#engine/source/utf8.ts';
import { findDockerfile } from '#engine/workspace/find-dockerfile.ts';
import { importLimits, type ImportedFile } from '#engine/workspace/import.ts';
import { shown } from './archive-names.ts';
import { beginsAsProgram, carried } from './content.ts';
import { Unreadable, type Imported, type ImportOptions, type ImportProgress } from './imported.ts';
import type { FileItem, Item, Source } from './item.ts';
import { mostly, survey, type Found, type Survey } from './survey.ts';

/** Files that are read at a time. */
const ABREAST = 12;

class Cancelled extends Error {}

/** Opens a source and reads it. Gives a message where it cannot be taken; never throws, whatever is in it. */
export async function readSource(open: () => Source | Promise<Source>, options: ImportOptions = {}): Promise<Imported> {
  try {
    return await new Reading(await open(), options).all();
  } catch (error) {
    if (error instanceof Cancelled || options.signal?.aborted) return { kind: 'cancelled' };
    if (error instanceof Unreadable) return { kind: 'refused', message: error.said };
    return { kind: 'refused', message: { id: 'import.unreadable', values: { problem: error instanceof Error ? error.message : String(error) } } };
  }
}

class Reading {
  readonly #source: Source;
  readonly #options: ImportOptions;

  constructor(source: Source, options: ImportOptions) {
    this.#source = source;
    this.#options = options;
  }

  async all(): Promise<Imported> {
    const { ignore, looked, dockerfile } = await this.#look();
    const always = new Set(['.dockerignore', ...(dockerfile === undefined ? [] : [dockerfile, `${dockerfile}.dockerignore`])]);
    const wanted = [...looked.kept, ...looked.out.filter(({ path }) => always.has(path))];
    const left = looked.out.filter(({ path }) => !always.has(path));
    if (wanted.length + left.length === 0) throw new Unreadable('import.empty');
    const read = await this.#read(wanted);
    const files = [...read.files, ...(await this.#unread(left))];
    const name = this.#source.name.slice(0, 255) || 'project';
    return {
      kind: 'read',
      action: { type: 'import', name, files },
      summary: {
        name,
        files: read.count,
        bytes: read.bytes,
        keptOut: looked.outCount - (wanted.length - looked.kept.length),
        guessedExecutable: read.guessed,
        ...(ignore ? { ignoreFile: ignore.file } : {}),
        ...(dockerfile === undefined ? {} : { dockerfile }),
      },
    };
  }

  /** Looks through the source with the ignore file that a build would use, which can depend on where the Dockerfile is found. */
  async #look(): Promise<{ readonly ignore: IgnoreFile | undefined; readonly looked: Survey; readonly dockerfile: string | undefined }> {
    const top = new Map<string, Item>();
    for await (const item of this.#source.root.list()) if (item.kind !== 'folder') top.set(item.name, item);
    const first = findDockerfile(top.keys());
    const beside = `${first ?? ''}.dockerignore`;
    const ignore = (await this.#ignoreFile(top.get(beside), beside)) ?? (await this.#ignoreFile(top.get('.dockerignore'), '.dockerignore'));
    const looked = await this.#survey(ignore);
    const dockerfile = findDockerfile(filesOf(looked));
    const own = dockerfile === undefined || dockerfile === first ? undefined : itemAt(looked, `${dockerfile}.dockerignore`);
    if (!own) return { ignore, looked, dockerfile };
    const better = await this.#ignoreFile(own, `${dockerfile}.dockerignore`);
    const again = await this.#survey(better);
    // Its own ignore file may shut the folder that the Dockerfile is in; both are read all the same.
    const lost = [...looked.kept, ...looked.out].filter(({ path }) => (path === dockerfile || path === `${dockerfile}.dockerignore`) && !itemAt(again, path));
    return { ignore: better, looked: { ...again, out: [...again.out, ...lost] }, dockerfile };
  }

  async #ignoreFile(item: Item | undefined, path: string): Promise<IgnoreFile | undefined> {
    if (item?.kind !== 'file') return undefined;
    if ((await item.size()) > 1_000_000) throw new Unreadable('import.ignore-too-large', { path });
    return readIgnoreFile(decodeUtf8(await item.read()), path);
  }

  #survey(ignore: IgnoreFile | undefined): Promise<Survey> {
    return survey(this.#source.root, ignore, (files) => this.#report({ phase: 'listing', files, bytes: 0 }));
  }

  async #read(found: readonly Found[]) {
    const sizes = await this.#sizes(found);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const files: ImportedFile[] = [];
    const done = { count: 0, bytes: 0, guessed: 0 };
    for (let at = 0; at < found.length; at += ABREAST) {
      const entries = await Promise.all(found.slice(at, at + ABREAST).map((one) => this.#entry(one, done)));
      files.push(...entries.filter((entry) => entry !== undefined));
      if (done.bytes > importLimits.bytes) throw tooLarge(found, sizes, done.bytes);
      this.#report({ phase: 'reading', files: done.count, bytes: done.bytes, total });
    }
    return { files, ...done };
  }

  /** Declared sizes, checked against the limit before anything is read. */
  async #sizes(found: readonly Found[]): Promise<number[]> {
    const sizes: number[] = [];
    for (let at = 0; at < found.length; at += ABREAST) {
      sizes.push(...(await Promise.all(found.slice(at, at + ABREAST).map(({ path, item }) => (item.kind === 'file' ? asked(path, item.size()) : 0)))));
      this.#report({ phase: 'listing', files: sizes.length, bytes: 0 });
    }
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total > importLimits.bytes) throw tooLarge(found, sizes, total);
    return sizes;
  }

  async #entry({ path, item, bare }: Found, done: { count: number; bytes: number; guessed: number }): Promise<ImportedFile | undefined> {
    if (item.kind === 'folder') return bare || (item.mode !== undefined && item.mode !== 0o755) ? folderEntry(path, item.mode) : undefined;
    if (item.kind === 'link') return { path, target: await item.target() };
    const bytes = await asked(path, item.read());
    const guessed = item.mode === undefined && beginsAsProgram(bytes);
    done.count++;
    done.bytes += bytes.length;
    if (guessed) done.guessed++;
    return { path, ...carried(bytes), ...modeEntry(guessed ? 0o755 : item.mode) };
  }

  /** What is kept out, by its size alone; a link by nothing but a name, so it is left away. */
  async #unread(found: readonly Found[]): Promise<ImportedFile[]> {
    const files: ImportedFile[] = [];
    for (const { path, item, bare } of found) {
      if (item.kind === 'folder' && bare) files.push(folderEntry(path, item.mode));
      else if (item.kind === 'file') files.push({ path, size: await asked(path, item.size()), ...modeEntry(item.mode) });
    }
    return files;
  }

  #report(progress: ImportProgress): void {
    if (this.#options.signal?.aborted) throw new Cancelled();
    this.#options.onprogress?.(progress);
  }
}

const modeEntry = (mode: number | undefined) => (mode === undefined || mode === 0o644 ? {} : { mode });

const folderEntry = (path: string, mode: number | undefined): ImportedFile => ({ path, dir: true, ...(mode === undefined || mode === 0o755 ? {} : { mode }) });

function filesOf({ kept, out }: Survey): string[] {
  return [...kept, ...out].filter(({ item }) => item.kind !== 'folder').map(({ path }) => path);
}

function itemAt({ kept, out }: Survey, path: string): FileItem | undefined {
  const item = kept.find((found) => found.path === path)?.item ?? out.find((found) => found.path === path)?.item;
  return item?.kind === 'file' ? item : undefined;
}

function tooLarge(found: readonly Found[], sizes: readonly number[], total: number): Unreadable {
  const byTop = new Map<string, number>();
  found.forEach(({ path }, i) => {
    const top = path.slice(0, path.indexOf('/') >>> 0);
    byTop.set(top, (byTop.get(top) ?? 0) + (sizes[i] ?? 0));
  });
  const folder = mostly(byTop);
  const values = { size: { bytes: total }, most: { bytes: importLimits.bytes } };
  return folder === undefined ? new Unreadable('import.too-large', values) : new Unreadable('import.too-large-in', { ...values, folder });
}

/** What the source answers about a file, or a message with the file's name. */
async function asked<T>(path: string, answer: T | Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('import.file-unreadable', { path: shown(path), problem: error instanceof Error ? error.message : String(error) });
  }
}
