/** The program `docker`: finds the command, reads its flags, prints help and complaints as cobra and docker's templates do. */
import type { Tool } from '../../run/tools/tool.ts';
import { toText } from '../../run/system/byte-string.ts';
import { settleContainers } from '../containers/start.ts';
import type { Session } from '../session.ts';
import { argumentProblem } from './arguments.ts';
import { findCommand, listedIn, type Found } from './catalog.ts';
import { isBuildx, type Group } from './command.ts';
import { flagTable, helpFlag } from './flag-table.ts';
import { commandHelp, flagsOf, groupHelp, usageLines } from './help.ts';
import { parseFlags } from './parse-flags.ts';
import { globalFlags, rootHelp, versionLine } from './root.ts';

/** Virtual milliseconds that the client and the daemon need to talk. */
const roundTrip = 30;
const usageError = 125;
const globals = flagTable(globalFlags);
/** What many installations have beside buildx. */
const plugins = ['ai', 'compose', 'debug', 'desktop', 'extension', 'init', 'mcp', 'model', 'offload', 'sandbox', 'sbom', 'scout'];

/** The tool for the shell of a session. */
export function dockerTool(session: Session): Tool {
  return {
    name: 'docker',
    run: (process, args) => session.within(process, () => {
      process.machine.advance(roundTrip);
      settleContainers(session);
      return runDocker(session, args.map(toText));
    }),
  };
}

function runDocker(session: Session, words: readonly string[]): number {
  const parsed = parseFlags(words, [...globals, helpFlag], false);
  if ('error' in parsed) return rootProblem(session, parsed.error);
  const { flags, args } = parsed;
  if (flags.on('version')) {
    session.out(versionLine);
    return 0;
  }
  if (args[0] === 'help') return showHelp(session, args.slice(1));
  if (args.length === 0 || flags.on('help')) return args.length === 0 ? print(session, rootHelp) : showHelp(session, args);
  const context = flags.text('context');
  if (context !== undefined && context !== 'default') return session.err(`Failed to initialize: unable to resolve docker endpoint: context "${context}": context not found\n`);
  if (flags.given('host')) return session.err('docker: other daemons than this machine’s own are not simulated: leave --host out\n');
  const found = findCommand(args);
  if (found.kind === 'command') return runCommand(session, found, args[0] === 'buildx' ? undefined : 'default');
  if (found.kind === 'group') return runGroup(session, found.group, found.rest, args[0] === 'builder' ? 'default' : undefined);
  if (plugins.includes(args[0] ?? '')) return session.err(`docker ${args[0]} is a plugin that is not simulated here.\n`);
  const wrong = parseFlags(args, [...globals, helpFlag]);
  if ('error' in wrong) return rootProblem(session, wrong.error);
  return session.err(`docker: unknown command: docker ${args[0]}\n\nRun 'docker --help' for more information\n`);
}

function runCommand(session: Session, { command, path, rest }: Extract<Found, { kind: 'command' }>, builder: string | undefined): number {
  const own = flagsOf(command);
  const help = own.some(({ short }) => short === 'h') ? helpFlag : { ...helpFlag, short: 'h' };
  const parsed = parseFlags(rest, [...own.filter(({ name }) => name !== 'help'), help], command.wraps === undefined);
  const use = usageLines(command, path).join('\n\t');
  if ('error' in parsed) return session.err(`${parsed.error}\n\nUsage:  ${use}\n\nRun 'docker ${path} --help' for more information\n`, usageError);
  const { flags, args } = parsed;
  if (flags.on('help')) {
    if (rest.some((word) => /^-[^-]*h/.test(word))) session.out('Flag shorthand -h has been deprecated, use --help\n');
    return print(session, commandHelp(command, path, isBuildx(command) ? builder : undefined));
  }
  const problem = argumentProblem(command.takes, args.length, `docker ${path}`, use);
  if (problem !== undefined) return session.err(`${isBuildx(command) ? 'ERROR: ' : ''}${problem}\n`);
  return command.run({ command, path, flags, args, session });
}

function runGroup(session: Session, group: Group, rest: readonly string[], builder: string | undefined): number {
  const parsed = parseFlags(rest, [...flagsOf(group), { ...helpFlag, short: 'h' }]);
  if ('error' in parsed) return session.err(`${parsed.error}\n\nUsage:  docker ${group.path}\n\nRun 'docker ${group.path} --help' for more information\n`, usageError);
  const { flags, args } = parsed;
  const text = groupHelp(group, listedIn(group.path), builder);
  const buildx = group.path.startsWith('buildx');
  if (flags.on('help')) return print(session, text);
  const at = args[0];
  if (at !== undefined && flagsOf(group).length > 0) {
    const found = findCommand([...group.path.split(' '), ...args]);
    if (found.kind === 'command') return runCommand(session, { ...found, rest: [...rest.slice(0, rest.indexOf(at)), ...found.rest] }, undefined);
  }
  if (buildx) session.out(text);
  if (at === undefined) return buildx ? 0 : session.err(group.path === 'manifest' ? `\n${text}` : text, 0);
  if (buildx) return session.err(`ERROR: unknown command: "${at}"\n`);
  return session.err(`docker: unknown command: docker ${group.path} ${at}\n\nUsage:  docker ${group.path}\n\nRun 'docker ${group.path} --help' for more information\n`);
}

function showHelp(session: Session, words: readonly string[]): number {
  if (words.length === 0) return print(session, rootHelp);
  const found = findCommand(words);
  if (found.kind === 'command') return print(session, commandHelp(found.command, found.path));
  if (found.kind === 'group') return print(session, groupHelp(found.group, listedIn(found.group.path)));
  return session.err(`unknown help topic: ${words.join(' ')}\n`);
}

function rootProblem(session: Session, error: string): number {
  return session.err(`${error}\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information\n`, usageError);
}

function print(session: Session, text: string): number {
  session.out(text);
  return 0;
}
