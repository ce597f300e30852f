/** All commands and groups by the words they are called by. */
import { commands } from '../commands/index.ts';
import { notSimulated } from '../commands/not-simulated.ts';
import type { Command, Group } from './command.ts';
import { groups } from './groups.ts';
import type { Listed } from './help.ts';

const byPath = new Map([...commands, ...notSimulated].flatMap((command) => [...command.paths, ...(command.nicknames ?? [])].map((path) => [path, command] as const)));
const groupByPath = new Map(groups.map((group) => [group.path, group]));

/** What the first words lead to: the longest path that is one; `rest` is what stands behind it. */
export type Found =
  | { readonly kind: 'command'; readonly command: Command; readonly path: string; readonly rest: readonly string[] }
  | { readonly kind: 'group'; readonly group: Group; readonly rest: readonly string[] }
  | { readonly kind: 'none' };

/** `builder` is another name of `buildx`. */
export function findCommand(words: readonly string[]): Found {
  const [first, ...others] = words;
  const known = first === 'builder' ? ['buildx', ...others] : words;
  for (let count = Math.min(3, known.length); count > 0; count--) {
    const path = known.slice(0, count).join(' ');
    const rest = known.slice(count);
    const command = byPath.get(path);
    if (command) return { kind: 'command', command, path: command.paths[0]?.startsWith('buildx ') ? command.paths[0] : path, rest };
    const group = groupByPath.get(path);
    if (group) return { kind: 'group', group, rest };
  }
  return { kind: 'none' };
}

/** What a group's help lists; for `` the names after `docker`. */
export function listedIn(path: string): readonly Listed[] {
  const prefix = path === '' ? '' : `${path} `;
  const below = (other: string): string | undefined => (other.startsWith(prefix) && other !== path && !other.slice(prefix.length).includes(' ') ? other.slice(prefix.length) : undefined);
  const own = [...commands, ...notSimulated].flatMap((command) =>
    command.paths.flatMap((other): Listed[] => {
      const name = below(other);
      return name === undefined ? [] : [{ name, about: path === 'image' && name === 'build' ? 'Build an image from a Dockerfile' : command.about, group: command.below !== undefined }];
    }),
  );
  const nested = groups.flatMap((group): Listed[] => {
    const name = below(group.path);
    return name === undefined ? [] : [{ name, about: group.about, group: true }];
  });
  return [...own, ...nested];
}
