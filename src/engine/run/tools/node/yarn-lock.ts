/** `yarn.lock` of yarn 1 and of its successors: which version each range leads to, and what that needs. */
import { mappingOf, readYaml } from '../manifests/yaml.ts';
import { commandsOf, packageSize } from './package.ts';
import type { Locked } from './package.ts';
import type { Dependency } from './manifest.ts';

interface Entry {
  readonly name: string;
  readonly version: string;
  readonly resolved: string;
  /** Name → range. */
  readonly dependencies: ReadonlyMap<string, string>;
}

/** Entries by `name@range`. */
export type YarnLock = ReadonlyMap<string, Entry>;

export function readYarnLock(text: string): YarnLock {
  return /^__metadata:/m.test(text) ? readBerry(text) : readClassic(text);
}

function readClassic(text: string): YarnLock {
  const found = new Map<string, Entry>();
  for (const block of text.split(/\n(?=\S)/)) {
    const [head = '', ...lines] = block.split('\n').filter((line) => !line.startsWith('#') && line !== '');
    if (!head.endsWith(':')) continue;
    const keys = head.slice(0, -1).split(/,\s*/).map(unquoted);
    const value = (name: string) => unquoted(new RegExp(`^  ${name} (.*)$`, 'm').exec(lines.join('\n'))?.[1] ?? '');
    const dependencies = lines.flatMap((line): [string, string][] => {
      const match = /^ {4}("[^"]+"|\S+) (.+)$/.exec(line);
      return match ? [[unquoted(match[1]!), unquoted(match[2]!)]] : [];
    });
    const entry = { name: nameOf(keys[0]!), version: value('version'), resolved: value('resolved'), dependencies: new Map(dependencies) };
    for (const key of keys) found.set(key, entry);
  }
  return found;
}

function readBerry(text: string): YarnLock {
  const read = readYaml(text);
  const found = new Map<string, Entry>();
  for (const [head, value] of Object.entries('value' in read ? mappingOf(read.value) : {})) {
    const { version, dependencies } = mappingOf(value);
    const entry = { name: nameOf(head), version: String(version ?? ''), resolved: '', dependencies: new Map(Object.entries(mappingOf(dependencies)).map(([name, range]) => [name, String(range).replace(/^npm:/, '')])) };
    if (head !== '__metadata' && !/@workspace:/.test(head)) for (const key of head.split(/,\s*/)) found.set(key.replace('@npm:', '@'), entry);
  }
  return found;
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

function nameOf(key: string): string {
  return key.slice(0, key.indexOf('@', 1));
}

/** Ranges of a manifest that the lock file does not know. */
export function unknownRanges(lock: YarnLock, dependencies: readonly Dependency[]): readonly Dependency[] {
  return dependencies.filter(({ name, range }) => !lock.has(`${name}@${range}`) && !/^(workspace|file|link|portal):/.test(range));
}

/**
 * What is installed for these dependencies: the first version of a name on top, every other one below what needs it, as
 * yarn hoists them.
 */
export function hoisted(lock: YarnLock, dependencies: readonly Dependency[]): Locked[] {
  const top = new Map<string, Entry>();
  const nested = new Map<string, Entry>();
  const queue = dependencies.flatMap(({ name, range }) => within(lock, name, range, ''));
  for (let i = 0; i < queue.length; i++) {
    const { entry, below } = queue[i]!;
    const known = top.get(entry.name);
    const path = known && known !== entry ? `${below}/node_modules/${entry.name}` : `node_modules/${entry.name}`;
    if (known === entry || nested.has(path)) continue;
    if (known) nested.set(path, entry);
    else top.set(entry.name, entry);
    for (const [name, range] of entry.dependencies) queue.push(...within(lock, name, range, path));
  }
  return [...[...top.values()].map((one) => [`node_modules/${one.name}`, one] as const), ...nested].map(([path, { name, version, resolved }]) => ({
    path, name, version, resolved, dev: false, optional: false, os: [], cpu: [], libc: [], count: 1, size: packageSize(name), commands: commandsOf(name),
  }));
}

function within(lock: YarnLock, name: string, range: string, below: string): { readonly entry: Entry; readonly below: string }[] {
  const entry = lock.get(`${name}@${range}`);
  return entry ? [{ entry, below }] : [];
}
