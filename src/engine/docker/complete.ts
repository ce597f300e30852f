/** What Tab offers at a place of a line. */
import { children, get, textOf } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { listTargets } from '../graph/index.ts';
import { familiar, isDangling } from '../image/index.ts';
import { currentMachine, type State } from '../workspace/state.ts';
import { builderNames } from './build/builders.ts';
import { progressModes } from './build/run.ts';
import { findCommand, listedIn } from './cli/catalog.ts';
import { flagTable, type Flag } from './cli/flag-table.ts';
import { flagsOf } from './cli/help.ts';
import { globalFlags } from './cli/root.ts';
import { folderPath, home, programs, project } from './workstation.ts';

/** Candidates for the part of the line between two places. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly string[];
}

/** Programs that the page has beside the usual ones. */
const own = ['docker', 'clear', 'curl', 'edit', 'git', 'history', 'sudo'];
const globals = flagTable(globalFlags);

/** Commands, flags, image names, stages, builders and files that fit what stands before the cursor. */
export function complete(state: State, line: string, cursor: number): Completion {
  const before = line.slice(0, cursor);
  const segment = before.slice(Math.max(...['&&', '||', ';', '|', '(', '`'].map((mark) => (before.lastIndexOf(mark) < 0 ? 0 : before.lastIndexOf(mark) + mark.length))));
  const words = segment.trimStart().split(/\s+/).filter((word) => !/^\w+=/.test(word) && word !== 'sudo');
  const word = words.at(-1) ?? '';
  const typed = words.slice(0, -1);
  const equals = /^--[\w-]+=/.exec(word)?.[0] ?? '';
  const part = word.slice(equals.length);
  const all = typed.length === 0 ? [...programs, ...own] : typed[0] === 'docker' ? dockerWords(state, typed.slice(1), word, part) : typed[0] === 'cd' ? files(state, part, true) : files(state, part, false);
  const candidates = [...new Set(all)].filter((candidate) => candidate.startsWith(part) && candidate !== '').sort();
  return { from: cursor - part.length, to: cursor, candidates };
}

function dockerWords(state: State, typed: readonly string[], word: string, part: string): readonly string[] {
  const plain = typed.filter((one) => !one.startsWith('-'));
  const found = findCommand(plain);
  const known = found.kind === 'command' ? flagsOf(found.command) : found.kind === 'group' ? flagsOf(found.group) : globals;
  const last = typed.at(-1) ?? '';
  const flag = flagOf(known, /^--[\w-]+=/.test(word) ? (word.split('=')[0] ?? '') : last);
  if (flag?.type !== undefined && (word.includes('=') || !last.includes('='))) return flagValues(state, flag, part);
  if (word.startsWith('-')) return [...known.filter(({ hidden }) => !hidden).map(({ name }) => `--${name}`), '--help'];
  if (found.kind !== 'command') {
    const group = found.kind === 'group' ? found.group.path : '';
    return [...listedIn(group).map(({ name }) => name), ...(group === '' ? ['bake', 'build', 'builder', 'help'] : [])];
  }
  return argumentsOf(state, found.command.paths, part);
}

function flagOf(known: readonly Flag[], word: string): Flag | undefined {
  return known.find(({ name, short }) => word === `--${name}` || (short !== undefined && word === `-${short}`));
}

function flagValues(state: State, { name }: Flag, part: string): readonly string[] {
  switch (name) {
    case 'target':
      return stages(state);
    case 'builder':
      return builderNames(currentMachine(state));
    case 'progress':
      return progressModes;
    case 'platform':
      return ['linux/amd64', 'linux/arm64'];
    case 'call':
      return ['build', 'check', 'outline', 'targets'];
    case 'tag':
      return images(state);
    case 'format':
      return ['json', 'table'];
    case 'pull':
      return ['always', 'missing', 'never'];
    default:
      return files(state, part, false);
  }
}

function argumentsOf(state: State, [path = '']: readonly string[], part: string): readonly string[] {
  if (['tag', 'push', 'pull', 'rmi', 'history', 'image inspect', 'save', 'run', 'create', 'images', 'manifest inspect', 'buildx imagetools inspect', 'buildx imagetools create'].includes(path)) return images(state);
  if (['start', 'stop', 'rm', 'logs', 'exec', 'diff', 'export', 'container inspect'].includes(path)) return containers(state);
  if (path === 'inspect') return [...images(state), ...containers(state)];
  if (path === 'cp') return [...containers(state).map((name) => `${name}:`), ...files(state, part, false)];
  if (path === 'buildx use' || path === 'buildx rm' || path === 'buildx inspect') return builderNames(currentMachine(state));
  if (path === 'login' || path === 'logout') return [...new Set(['docker.io', 'ghcr.io', ...state.registries.hosts.keys()])];
  return path === 'buildx build' || path === 'load' ? ['.', ...files(state, part, path === 'buildx build')] : [];
}

const images = (state: State): readonly string[] => [...currentMachine(state).images.images.keys()].filter((name) => !isDangling(name)).map(familiar);
const containers = (state: State): readonly string[] => [...(currentMachine(state).containers?.values() ?? [])].map(({ name }) => name);

/** Named stages of the project's Dockerfile. */
function stages(state: State): readonly string[] {
  const file = get(state.context, state.options.file ?? 'Dockerfile');
  const targets = file?.type === 'file' && file.content.kind === 'bytes' ? listTargets(textOf(file)) : [];
  return 'error' in targets ? [] : targets.flatMap(({ name }) => name ?? []);
}

/** Names in a folder of the project or of what lies outside of it; folders end with a slash. */
function files(state: State, part: string, folders: boolean): readonly string[] {
  const slash = part.lastIndexOf('/');
  const above = part.slice(0, slash + 1);
  const path = absolute(above.startsWith('~/') ? `${home}${above.slice(1)}` : above.startsWith('/') ? above : `${folderPath(state.folder)}/${above}`);
  const folder = folderAt(state, path);
  if (!folder) return [];
  const hidden = part.slice(slash + 1).startsWith('.');
  return [...children(folder)].flatMap(([name, node]) => {
    if (name.startsWith('.') && !hidden) return [];
    return node.type === 'dir' ? [`${above}${name}/`] : folders ? [] : [`${above}${name}`];
  });
}

function absolute(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function folderAt(state: State, path: string): DirNode | undefined {
  const node = path === project ? state.context : path.startsWith(`${project}/`) ? get(state.context, path.slice(project.length + 1)) : state.outside && get(state.outside, path.slice(1));
  return node?.type === 'dir' ? node : undefined;
}
