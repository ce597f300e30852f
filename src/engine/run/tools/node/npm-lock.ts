/** `package-lock.json` of npm 7 and later (lockfileVersion 2 and 3): where each package goes. */
import { objectOf, textOf, textsOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { packageSize } from './package.ts';
import type { Locked } from './package.ts';

/** Packages and links to folders of the workspace; empty where the file is of an older version. */
export function readNpmLock(json: JsonObject): Locked[] {
  return Object.entries(objectOf(json.packages)).flatMap(([path, value]): Locked[] => {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0) return [];
    const one = objectOf(value);
    const name = path.slice(at + 'node_modules/'.length);
    const resolved = textOf(one.resolved);
    return [{
      path,
      name,
      version: textOf(one.version),
      dev: one.dev === true || one.devOptional === true,
      optional: one.optional === true || one.devOptional === true,
      os: textsOf(one.os),
      cpu: textsOf(one.cpu),
      libc: textsOf(one.libc),
      resolved: one.link === true ? '' : resolved,
      count: 1,
      size: packageSize(name),
      commands: commands(name, one.bin),
      ...(one.link === true && { link: resolved }),
    }];
  });
}

/** `bin`: a file, or files by command. */
function commands(name: string, bin: unknown): ReadonlyMap<string, string> {
  if (typeof bin === 'string') return new Map([[name.split('/').at(-1)!, bin]]);
  return new Map(Object.entries(objectOf(bin)).map(([command, file]) => [command, textOf(file)]));
}
