/** Package managers that install what a manifest names: the command that does, and the files it reads. */
import { walk } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import { isCommand, type ShellCommand } from './commands.ts';

export interface Ecosystem {
  readonly name: string;
  /** Whether a command installs dependencies and reads nothing but manifests. */
  readonly installs: (command: ShellCommand) => boolean;
  /** Manifests and locks, as names in the folder that is built. */
  readonly manifests: RegExp;
}

const first = ({ words }: ShellCommand): string | undefined => words.slice(1).find((word) => !word.startsWith('-'));
const bare = ({ words }: ShellCommand): boolean => words.slice(1).filter((word) => !word.startsWith('-')).length <= 1;

/** By name. */
export const ecosystems: readonly Ecosystem[] = [
  { name: 'bundler', installs: (command) => isCommand(command, /^bundle$/, 'install'), manifests: /^(?:Gemfile|Gemfile\.lock|\.ruby-version)$/ },
  { name: 'cargo', installs: (command) => isCommand(command, /^cargo$/, 'fetch', 'vendor'), manifests: /^Cargo\.(?:toml|lock)$/ },
  { name: 'composer', installs: (command) => isCommand(command, /^composer(?:\.phar)?$/, 'install'), manifests: /^composer\.(?:json|lock)$/ },
  { name: 'go', installs: (command) => isCommand(command, /^go$/, 'mod') && command.words.includes('download'), manifests: /^go\.(?:mod|sum|work)$/ },
  {
    name: 'gradle',
    installs: (command) => isCommand(command, /^gradlew?$/, 'dependencies', 'resolveDependencies', 'downloadDependencies'),
    manifests: /^(?:(?:build|settings)\.gradle(?:\.kts)?|gradle\.properties|gradlew)$/,
  },
  {
    name: 'maven',
    installs: ({ words }) => /^(?:.*\/)?mvnw?$/.test(words[0] ?? '') && words.some((word) => /^dependency:(?:go-offline|resolve)/.test(word)),
    manifests: /^(?:pom\.xml|mvnw)$/,
  },
  {
    name: 'npm',
    installs: (command) => isCommand(command, /^npm$/, 'ci', 'install', 'i') && bare(command),
    manifests: /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|\.npmrc)$/,
  },
  {
    name: 'pip',
    installs: (command) => isCommand(command, /^pip[0-9.]*$|^uv$/, 'install') && requirements(command).length > 0 && !command.words.some((word) => /^\.|^-e$/.test(word)),
    manifests: /^(?:requirements.*\.(?:txt|in)|constraints.*\.txt)$/,
  },
  { name: 'pnpm', installs: (command) => isCommand(command, /^pnpm$/, 'install', 'i', 'fetch') && bare(command), manifests: /^(?:package\.json|pnpm-lock\.yaml|pnpm-workspace\.yaml|\.npmrc)$/ },
  {
    name: 'yarn',
    installs: (command) => isCommand(command, /^yarn$/) && (first(command) === undefined || first(command) === 'install'),
    manifests: /^(?:package\.json|yarn\.lock|\.yarnrc(?:\.yml)?|\.npmrc)$/,
  },
];

/** Files that `pip install -r` names. */
function requirements({ words }: ShellCommand): readonly string[] {
  return words.flatMap((word, i) => (word === '-r' || word === '--requirement' ? (words[i + 1] ?? []) : (/^(?:-r|--requirement=)(\S+)$/.exec(word)?.[1] ?? [])));
}

/** The manifests of an ecosystem in the top folder of a context, sorted by name. */
export function manifestsIn(context: DirNode, { manifests }: Ecosystem): readonly string[] {
  const found: string[] = [];
  for (const [path, node] of walk(context)) if (node.type === 'file' && !path.includes('/') && manifests.test(path)) found.push(path);
  return found;
}
