/** Package managers that install what a manifest names: the command that does, and the files it reads. */
import { children, textOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import { isCommand, type ShellCommand } from './commands.ts';

export interface Ecosystem {
  readonly name: string;
  /** Whether a command installs dependencies and reads nothing but manifests. */
  readonly installs: (command: ShellCommand) => boolean;
  /** Manifests and locks, as names in the folder that is built. */
  readonly manifests: RegExp;
  /** What in a manifest says that the install reads the sources too: then it belongs below them. */
  readonly readsSources?: RegExp;
  /** What an install from manifests alone also wants. No edit is proposed where it does: no model could try it. */
  readonly wantsMore?: string;
}

const first = ({ words }: ShellCommand): string | undefined => words.slice(1).find((word) => !word.startsWith('-'));
const bare = ({ words }: ShellCommand): boolean => words.slice(1).filter((word) => !word.startsWith('-')).length <= 1;

/** Scripts that npm runs at an install, workspaces, and packages that are folders. */
const nodeScripts = /"(?:(?:pre|post)?install|prepare|workspaces)"\s*:|"(?:file|link|workspace):/;

/** By name. */
export const ecosystems: readonly Ecosystem[] = [
  { name: 'bundler', installs: (command) => isCommand(command, /^bundle$/, 'install'), manifests: /^(?:Gemfile|Gemfile\.lock|\.ruby-version)$/, readsSources: /^[ \t]*gemspec\b|\bpath:/m },
  { name: 'cargo', installs: (command) => isCommand(command, /^cargo$/, 'fetch', 'vendor'), manifests: /^Cargo\.(?:toml|lock)$/, wantsMore: 'advice.copy-before-install-cargo' },
  {
    name: 'composer',
    installs: (command) => isCommand(command, /^composer(?:\.phar)?$/, 'install'),
    manifests: /^composer\.(?:json|lock)$/,
    wantsMore: 'advice.copy-before-install-composer',
  },
  { name: 'go', installs: (command) => isCommand(command, /^go$/, 'mod') && command.words.includes('download'), manifests: /^go\.(?:mod|sum|work)$/, readsSources: /=>\s*\.|^[ \t]*use\b/m },
  {
    name: 'gradle',
    installs: (command) => isCommand(command, /^gradlew?$/, 'dependencies', 'resolveDependencies', 'downloadDependencies'),
    manifests: /^(?:(?:build|settings)\.gradle(?:\.kts)?|gradle\.properties|gradlew)$/,
    wantsMore: 'advice.copy-before-install-gradle',
  },
  {
    name: 'maven',
    installs: ({ words }) => /^(?:.*\/)?mvnw?$/.test(words[0] ?? '') && words.some((word) => /^dependency:(?:go-offline|resolve)/.test(word)),
    manifests: /^(?:pom\.xml|mvnw)$/,
    wantsMore: 'advice.copy-before-install-maven',
  },
  {
    name: 'npm',
    installs: (command) => isCommand(command, /^npm$/, 'ci', 'install', 'i') && bare(command),
    manifests: /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|\.npmrc)$/,
    readsSources: nodeScripts,
  },
  {
    name: 'pip',
    installs: (command) => isCommand(command, /^pip[0-9.]*$|^uv$/, 'install') && requirements(command).length > 0 && !command.words.some((word) => /^\.|^-e$/.test(word)),
    manifests: /^(?:requirements.*\.(?:txt|in)|constraints.*\.txt)$/,
    readsSources: /^[ \t]*(?:-e\b|\.)/m,
  },
  {
    name: 'pnpm',
    installs: (command) => isCommand(command, /^pnpm$/, 'install', 'i', 'fetch') && bare(command),
    manifests: /^(?:package\.json|pnpm-lock\.yaml|pnpm-workspace\.yaml|\.npmrc)$/,
    readsSources: nodeScripts,
  },
  {
    name: 'yarn',
    installs: (command) => isCommand(command, /^yarn$/) && (first(command) === undefined || first(command) === 'install'),
    manifests: /^(?:package\.json|yarn\.lock|\.yarnrc(?:\.yml)?|\.npmrc)$/,
    readsSources: nodeScripts,
  },
];

/** Files that `pip install -r` names. */
function requirements({ words }: ShellCommand): readonly string[] {
  return words.flatMap((word, i) => (word === '-r' || word === '--requirement' ? (words[i + 1] ?? []) : (/^(?:-r|--requirement=)(\S+)$/.exec(word)?.[1] ?? [])));
}

/** The manifests of an ecosystem in the top folder of a context, by name; none where one of them says that sources are read too. */
export function manifestsIn(context: DirNode, { manifests, readsSources }: Ecosystem): readonly string[] {
  const found = [...children(context)].flatMap(([name, node]) => (node.type === 'file' && manifests.test(name) ? [{ name, node }] : []));
  if (readsSources && found.some(({ name, node }) => !/lock|\.sum$/.test(name) && node.content.kind === 'bytes' && readsSources.test(textOf(node)))) return [];
  return found.map(({ name }) => name);
}
