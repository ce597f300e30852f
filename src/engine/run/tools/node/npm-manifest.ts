/** `npm pkg`, `npm version` and `npm uninstall`: commands that write `package.json`. */
import type { Process } from '../../system/process.ts';
import { remove } from '../rm.ts';
import { notSimulated } from '../model.ts';
import { objectOf, readJson } from './json.ts';
import type { JsonObject } from './json.ts';
import { malformedManifest, missingManifest, npmError } from './npm-words.ts';
import { here } from './script.ts';

/** The file's object, or the exit code where there is none. */
function read(process: Process): JsonObject | number {
  const json = readJson(process, 'package.json');
  if (!json) return missingManifest(process, `${here(process).replace(/^\/$/, '')}/package.json`);
  return 'error' in json ? malformedManifest(process, json.error) : json.value;
}

function write(process: Process, value: JsonObject, path = 'package.json'): void {
  process.writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** The value at a dotted path; undefined where there is none. */
function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, key) => (Object.hasOwn(objectOf(inside), key) ? objectOf(inside)[key] : undefined), value);
}

/** A copy with another value at a dotted path, or without it; every other key stays in its place. */
function changed(value: JsonObject, [key = '', ...rest]: readonly string[], to: unknown): JsonObject {
  const entries = new Map(Object.entries(value));
  if (to === undefined && rest.length > 0 && !entries.has(key)) return value;
  const inside = rest.length === 0 ? to : changed(objectOf(entries.get(key)), rest, to);
  if (inside === undefined) entries.delete(key);
  else entries.set(key, inside);
  return Object.fromEntries(entries);
}

/** `npm pkg get name`, `set scripts.build="tsc"`, `delete scripts.prepare`. */
export function npmPkg(process: Process, [verb = '', ...words]: readonly string[]): number {
  const value = read(process);
  if (typeof value === 'number') return value;
  process.machine.advance(200);
  switch (verb) {
    case 'get': {
      const found = words.map((word) => [word, at(value, word.split('.'))] as const);
      process.out(`${JSON.stringify(words.length === 0 ? value : words.length === 1 ? found[0]![1] ?? {} : Object.fromEntries(found), null, 2)}\n`);
      return 0;
    }
    case 'set':
      write(process, words.reduce((json, word) => changed(json, word.slice(0, word.indexOf('=')).split('.'), word.slice(word.indexOf('=') + 1)), value));
      return 0;
    case 'delete':
      write(process, words.reduce((json, word) => changed(json, word.split('.'), undefined), value));
      return 0;
    default:
      return notSimulated(process, 'npm', `npm pkg ${verb}`);
  }
}

/** `npm version patch` and its like: the manifest's version, and the lock file's. */
export function npmVersionCommand(process: Process, to: string | undefined): number {
  const value = read(process);
  if (typeof value === 'number') return value;
  const [major = 0, minor = 0, patch = 0] = String(value.version ?? '0.0.0').split('.').map(Number);
  const next = to === 'major' ? `${major + 1}.0.0` : to === 'minor' ? `${major}.${minor + 1}.0` : to === 'patch' ? `${major}.${minor}.${patch + 1}` : to?.replace(/^v/, '');
  if (next === undefined || !/^\d+\.\d+\.\d+/.test(next)) return to === undefined ? notSimulated(process, 'npm', 'npm version') : npmError(process, [`Invalid version: ${to}`]);
  if (next === value.version) return npmError(process, ['Version not changed']);
  write(process, changed(value, ['version'], next));
  const lock = readJson(process, 'package-lock.json');
  if (lock && 'value' in lock) write(process, changed(changed(lock.value, ['version'], next), ['packages', '', 'version'], next), 'package-lock.json');
  process.machine.advance(250);
  process.out(`v${next}\n`);
  return 0;
}

/** `npm uninstall`: out of the manifest, the lock file and `node_modules`; what only they needed stays. */
export function npmUninstall(process: Process, names: readonly string[]): number {
  const value = read(process);
  if (typeof value === 'number') return value;
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const without = (json: JsonObject, above: readonly string[]) => names.reduce((one, name) => groups.reduce((two, group) => (at(two, [...above, group, name]) === undefined ? two : changed(two, [...above, group, name], undefined)), one), json);
  write(process, without(value, []));
  const lock = readJson(process, 'package-lock.json');
  if (lock && 'value' in lock) write(process, names.reduce((json, name) => changed(json, ['packages', `node_modules/${name}`], undefined), without(lock.value, ['packages', ''])), 'package-lock.json');
  const gone = names.filter((name) => process.peek(`node_modules/${name}`));
  for (const name of gone) remove(process, `node_modules/${name}`, true, true);
  process.machine.advance(500);
  process.out(`\n${gone.length > 0 ? `removed ${gone.length} package${gone.length === 1 ? '' : 's'}` : 'up to date'} in 500ms\n`);
  return 0;
}
