/** `bun.lock`: JSON with trailing commas; packages by where they go (`send/debug` is below `send`). */
import { objectOf, textOf, textsOf } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Dependency } from './manifest.ts';
import { packageSize } from './package.ts';
import type { Locked } from './package.ts';

interface Entry extends Locked {
  readonly key: string;
  readonly dependencies: readonly string[];
}

/** What is installed for these dependencies. */
export function readBunLock(json: JsonObject, asked: readonly Dependency[]): Locked[] {
  const entries = new Map(Object.entries(objectOf(json.packages)).flatMap(([key, value]) => (Array.isArray(value) ? [[key, entryOf(key, value)] as const] : [])));
  const found = new Map<string, Entry>();
  const queue = asked.map(({ name }) => name);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const one = entries.get(key);
    if (!one || found.has(key)) continue;
    found.set(key, one);
    queue.push(...one.dependencies.map((name) => nearest(entries, one.key, name)));
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether the lock file was made for what a manifest asks for. */
export function isInSync(json: JsonObject, asked: readonly Dependency[]): boolean {
  const root = objectOf(objectOf(json.workspaces)['']);
  const known = { ...objectOf(root.optionalDependencies), ...objectOf(root.devDependencies), ...objectOf(root.dependencies) };
  return asked.every(({ name, range }) => known[name] === range) && Object.keys(known).every((name) => asked.some((one) => one.name === name));
}

/** The package that a name means in another one: its own copy, or the one above. */
function nearest(entries: ReadonlyMap<string, Entry>, from: string, name: string): string {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/'))) {
    if (entries.has(`${at}/${name}`)) return `${at}/${name}`;
    if (!at.includes('/')) return name;
  }
}

/** `["name@1.0.0", registry, { dependencies, bin, os, cpu }, integrity]` */
function entryOf(key: string, [id, , info]: readonly unknown[]): Entry {
  const text = textOf(id);
  const at = text.indexOf('@', 1);
  const name = text.slice(0, at);
  const notes = objectOf(info);
  const list = (value: unknown) => (typeof value === 'string' ? [value] : textsOf(value));
  const conditions = { os: list(notes.os), cpu: list(notes.cpu), libc: list(notes.libc) };
  return {
    key,
    path: pathOf(key),
    name: keyName(key),
    version: text.slice(at + 1),
    dev: false,
    optional: conditions.os.length + conditions.cpu.length + conditions.libc.length > 0,
    ...conditions,
    resolved: '',
    count: 1,
    size: packageSize(name),
    commands: new Map(typeof notes.bin === 'string' ? [[name.split('/').at(-1)!, notes.bin]] : Object.entries(objectOf(notes.bin)).map(([command, file]) => [command, textOf(file)])),
    dependencies: [...Object.keys(objectOf(notes.dependencies)), ...Object.keys(objectOf(notes.optionalDependencies))],
  };
}

/** `send/@types/node` → its names: a scope belongs to the name after it. */
function namesOf(key: string): string[] {
  const names: string[] = [];
  for (const part of key.split('/')) {
    if (names.at(-1)?.startsWith('@') && !names.at(-1)!.includes('/')) names.push(`${names.pop()}/${part}`);
    else names.push(part);
  }
  return names;
}

function pathOf(key: string): string {
  return namesOf(key).map((name) => `node_modules/${name}`).join('/');
}

function keyName(key: string): string {
  return namesOf(key).at(-1)!;
}
