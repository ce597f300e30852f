/** What `--help` prints, in the layout of docker's templates (`cli/cobra.go`). */
import type { Command, Group } from './command.ts';
import { flagTable, type Flag } from './flag-table.ts';
import { flagUsages } from './usage.ts';

const tables = new WeakMap<object, readonly Flag[]>();

/** The flags of a command or a group. */
export function flagsOf(owner: Command | Group): readonly Flag[] {
  let flags = tables.get(owner);
  if (!flags) tables.set(owner, (flags = flagTable(owner.flags ?? '')));
  return flags;
}

/** The lines after `Usage:  `, each from `docker` on; only the first goes by the name it was called by. */
export function usageLines({ use, paths }: Command, path: string): readonly string[] {
  return (typeof use === 'string' ? [use] : use).map((line, at) => `docker ${at === 0 ? path : paths[0]} ${line}`.trimEnd());
}

/** A command's help; `builder` is the default that `--builder` gets where buildx is called by another name. */
export function commandHelp(command: Command, path: string, builder?: string): string {
  const flags = flagsOf(command).map((flag) => withBuilder(flag, builder));
  const aliases = command.aliases ? `\nAliases:\n  ${command.aliases.join(', ')}\n` : '';
  const options = flags.some(({ hidden }) => !hidden) ? `\nOptions:\n${flagUsages(flags)}` : '';
  const below = command.below ? `\nCommands:\n${command.below.map(listLine).join('')}\nRun 'docker ${path} COMMAND --help' for more information on a command.\n` : '';
  return `Usage:  ${usageLines(command, path).join('\n\t')}\n\n${command.long ?? command.about}\n${aliases}${options}${below}`;
}

/** A line of a group's list. */
export interface Listed {
  readonly name: string;
  readonly about: string;
  readonly group: boolean;
}

/** A group's help. */
export function groupHelp(group: Group, listed: readonly Listed[], builder?: string): string {
  const flags = flagsOf(group).map((flag) => withBuilder(flag, builder));
  const options = flags.length > 0 ? `\nOptions:\n${flagUsages(flags)}` : '';
  const section = (title: string, some: readonly Listed[]): string => {
    const lines = some.map(({ name, about }) => listLine([name, about]));
    return lines.length > 0 ? `\n${title}:\n${lines.join('')}` : '';
  };
  const sorted = [...listed].sort((a, b) => (a.name < b.name ? -1 : 1));
  const usage = `Usage:  docker ${group.path}${flags.length > 0 ? ' [OPTIONS]' : ''} COMMAND`;
  const lists = section('Management Commands', sorted.filter((one) => one.group)) + section('Commands', sorted.filter((one) => !one.group));
  const more = group.path === 'buildx' ? '\nExperimental commands and flags are hidden. Set BUILDX_EXPERIMENTAL=1 to show them.\n' : '';
  return `${usage}\n\n${group.long ?? group.about}\n${options}${lists}\nRun 'docker ${group.path} COMMAND --help' for more information on a command.\n${more}`;
}

const listLine = ([name, about]: readonly [string, string]): string => `  ${name.padEnd(11)} ${about}\n`;

function withBuilder(flag: Flag, builder: string | undefined): Flag {
  return builder === undefined || flag.name !== 'builder' ? flag : { ...flag, about: `${flag.about} (default "${builder}")` };
}
