/** `.dockerignore` patterns over many paths, against the matchers of npm. */
import dockerignore from '@balena/dockerignore';
import gitignore from 'ignore';
import { compilePatterns, filterContext, readIgnoreFile } from '#engine/context/index.ts';
import { walk } from '#engine/fs/index.ts';
import type { DirNode } from '#engine/fs/index.ts';
import { contextOf, monorepoPaths } from './contexts.ts';
import { medianOf, takeTurns, type Task } from './measure.ts';
import { ms, times, type Row, type Table } from './report.ts';

const files = 100_000;
const goal = 10;
const prunedGoal = 1000;

const patterns = [
  '.git', '**/node_modules', '**/*.log', '**/*.md', '!README.md', '**/.DS_Store', 'dist', 'build/**', '**/*.test.ts', '**/__snapshots__',
  'coverage', '*.tmp', '**/*.swp', '.env*', '!.env.example', 'docs/**/*.png', 'services/*/tmp', '**/target', '.vscode', '.idea',
  '**/*.map', 'tools/*/out', '**/*~', 'Dockerfile*', 'docker-compose*.yml', '.github', 'scripts/*.sh', '**/.cache', '**/*.pyc', 'charts/**',
];

const text = patterns.join('\n');

/** Somebody who compiles patterns and then says how many of many paths are left. */
type Contender = () => (paths: readonly string[]) => number;

const ours: Contender = () => {
  const matcher = compilePatterns(patterns);
  return (paths) => ('error' in matcher ? -1 : paths.filter((path) => !matcher.matches(path)).length);
};
const balena: Contender = () => {
  const matcher = dockerignore().add(patterns);
  return (paths) => matcher.filter([...paths]).length;
};
const git: Contender = () => {
  const matcher = gitignore().add(patterns);
  return (paths) => matcher.filter(paths).length;
};

/** Every round makes its matcher anew, outside the time: peers remember the paths they were asked about. */
const over = (contender: Contender, paths: readonly string[]): Task => () => {
  const count = contender();
  return () => count(paths);
};

const overTree = (root: DirNode): Task => () => {
  const ignore = readIgnoreFile(text);
  return () => filterContext(root, ignore);
};

function keptOf(root: DirNode): number {
  const left = filterContext(root, readIgnoreFile(text));
  return [...walk(left)].filter(([, node]) => node.type === 'file').length;
}

export function ignoring(): Table {
  const mixed = monorepoPaths(files);
  const tree = contextOf(mixed);
  const [list, walked, byBalena, byGit] = takeTurns([over(ours, mixed), overTree(tree), over(balena, mixed), over(git, mixed)], 5, 2);
  const modules = monorepoPaths(files, 'node_modules');
  const pruned = medianOf(overTree(contextOf(modules)), 200, 200);
  const [prunedBalena, prunedGit] = takeTurns([over(balena, modules), over(git, modules)], 5, 2);
  const against = (name: string, own: number, peer: number, least: number): Row => ({
    name,
    ours: ms(own),
    peers: ms(peer),
    ratio: times(peer / own),
    goal: `≥ ${times(least)}`,
    met: peer >= least * own,
  });
  const counts = [ours()(mixed), keptOf(tree), balena()(mixed), git()(mixed)];
  return {
    title: 'ignoring: paths against the patterns of a .dockerignore',
    note:
      `${files.toLocaleString('en')} files, ${patterns.length} patterns. Kept: ${counts.map((count) => count.toLocaleString('en')).join(', ')} ` +
      '(ours by path, ours by tree, @balena/dockerignore, ignore).\nPeers are asked about every path; our walk leaves out what a pattern leaves out.',
    rows: [
      against('path by path, against @balena/dockerignore', list, byBalena, goal),
      against('path by path, against ignore (rules of git)', list, byGit, goal),
      against('as a tree, against @balena/dockerignore', walked, byBalena, goal),
      against('as a tree, against ignore', walked, byGit, goal),
      against('all below node_modules, against @balena/dockerignore', pruned, prunedBalena, prunedGoal),
      against('all below node_modules, against ignore', pruned, prunedGit, prunedGoal),
    ],
  };
}
