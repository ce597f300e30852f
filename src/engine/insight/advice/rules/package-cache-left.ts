import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand, type ShellCommand } from '../commands.ts';
import { appended, mounted } from '../edits.ts';
import { allRuns, mountTargets, placeIn, type StageFacts } from '../facts.ts';

interface Manager {
  readonly name: string;
  readonly installs: (command: ShellCommand) => boolean;
  /** The same in the source, to its end. */
  readonly place: RegExp;
  /** Where root's downloads lie. */
  readonly folder: string;
  /** A command that empties it. */
  readonly clean: string;
  /** Said in the environment that nothing is kept. */
  readonly variable?: string;
}

const managers: readonly Manager[] = [
  {
    name: 'npm',
    installs: (command) => isCommand(command, /^npm$/, 'ci', 'install', 'i'),
    place: /\bnpm\s+(?:-\S+\s+)*(?:ci|install|i)\b[^&|;\n]*/,
    folder: '/root/.npm',
    clean: 'npm cache clean --force',
  },
  {
    name: 'pip',
    installs: (command) => isCommand(command, /^pip[0-9.]*$/, 'install') && !command.words.includes('--no-cache-dir'),
    place: /\bpip[0-9.]*\s[^&|;\n]{0,200}?\binstall\b[^&|;\n]*/,
    folder: '/root/.cache/pip',
    clean: 'pip cache purge',
    variable: 'PIP_NO_CACHE_DIR',
  },
  {
    name: 'pnpm',
    installs: (command) => isCommand(command, /^pnpm$/, 'install', 'i'),
    place: /\bpnpm\s[^&|;\n]*/,
    folder: '/root/.local/share/pnpm/store',
    clean: 'pnpm store prune',
  },
  {
    name: 'yarn',
    installs: (command) => isCommand(command, /^yarn$/) && !/^(?:run|build|start|test|cache)$/.test(command.words[1] ?? ''),
    place: /\byarn\b[^&|;\n]*/,
    folder: '/usr/local/share/.cache/yarn',
    clean: 'yarn cache clean',
  },
];

/** A package manager's downloads stay in a layer of the image, where nobody installs again. */
export const packageCacheLeft: AdviceRule = {
  name: 'package-cache-left',
  title: { id: 'advice.package-cache-left-title' },
  find(facts) {
    return allRuns(facts).flatMap(({ run, at, commands, of }): Finding[] => {
      const manager = managers.find(({ installs }) => commands.some(installs));
      if (!of.inImage || !manager || cleans(commands, manager) || says(of, manager, at)) return [];
      if (mountTargets(run, 'cache').some((target) => manager.folder.startsWith(target) || target.startsWith(manager.folder))) return [];
      const root = !of.stage.commands.some((command, i) => i < at && command.type === 'USER') && manager.name !== 'yarn';
      const edit = root ? mounted(facts, run, `--mount=type=cache,target=${manager.folder}`) : appended(facts, run, manager.clean);
      return [{
        range: placeIn(facts, run.range, manager.place),
        lines: [run.lines],
        message: { id: 'advice.package-cache-left', values: { name: manager.name } },
        hint: root ? { id: 'advice.package-cache-left-mount', values: { folder: manager.folder } } : { id: 'advice.package-cache-left-clean', values: { command: manager.clean } },
        ...(edit && { edit }),
        gain: 'image',
      }];
    });
  },
};

function cleans(commands: readonly ShellCommand[], { clean, folder }: Manager): boolean {
  const [program, verb] = clean.split(' ');
  const removes = (path: string): boolean => [folder, '/root/.cache', '~/.'].some((each) => path.startsWith(each));
  return commands.some(({ words }) => (words[0] === program && words[1] === verb) || (words[0] === 'rm' && words.some(removes)));
}

function says({ stage }: StageFacts, { variable }: Manager, before: number): boolean {
  return stage.commands.some((command, i) => i < before && command.type === 'ENV' && command.pairs.some(({ key }) => key === variable));
}
