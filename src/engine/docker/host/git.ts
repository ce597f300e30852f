import { get, textOf, walk } from '../../fs/index.ts';
import { toBytes, toText } from '../../run/system/byte-string.ts';
import type { Process } from '../../run/system/process.ts';
import type { Tool } from '../../run/tools/tool.ts';
import { changeOf, removedPaths } from '../../workspace/changes.ts';
import type { Session } from '../session.ts';

/** `git status` and `git diff` of the project, where the last build stands for the last commit; nothing else of git is simulated. */
export function gitTool(session: Session): Tool {
  return {
    name: 'git',
    run: (process, args) => session.within(process, () => {
      const [command] = args.map(toText);
      if (command === 'status') return status(session, args.some((arg) => arg === '-s' || arg === '--short'));
      if (command === 'diff') return diff(session, process, args.slice(1).filter((arg) => !arg.startsWith('-')).map(toText));
      if (command === '--version' || command === 'version') return say(session, 'git version 2.51.0\n');
      return process.fail(`of git only \`git status\` and \`git diff\` are simulated here: against the last build instead of a commit`);
    }),
  };
}

function say(session: Session, text: string): number {
  session.out(text);
  return 0;
}

/** What changed, `.git` left out. */
function changes(session: Session) {
  const { baseline, context } = session.state;
  const own = (path: string) => path !== '.git' && !path.startsWith('.git/');
  const now = [...walk(context)].filter(([path, node]) => node.type !== 'dir' && own(path)).map(([path, node]) => [path, changeOf(get(baseline, path), node)] as const);
  return {
    edited: now.filter(([, change]) => change === 'edited').map(([path]) => path),
    added: now.filter(([, change]) => change === 'added').map(([path]) => path),
    removed: removedPaths(baseline, context).filter(own),
  };
}

function status(session: Session, short: boolean): number {
  const { edited, added, removed } = changes(session);
  const changed = [...edited.map((path) => [path, 'M', 'modified:   '] as const), ...removed.map((path) => [path, 'D', 'deleted:    '] as const)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (short) return say(session, [...changed.map(([path, letter]) => ` ${letter} ${path}\n`), ...added.map((path) => `?? ${path}\n`)].join(''));
  const { builds } = session.state;
  const head = builds.length > 0 ? `Compared with build ${builds.length}\n` : 'Compared with the start of the scene\n';
  if (changed.length + added.length === 0) return say(session, `${head}nothing changed, working tree clean\n`);
  const tracked = changed.length > 0 ? `\nChanged since then:\n${changed.map(([path, , word]) => `\t${word}${path}\n`).join('')}` : '';
  const untracked = added.length > 0 ? `\nNew files:\n${added.map((path) => `\t${path}\n`).join('')}` : '';
  return say(session, head + tracked + untracked);
}

/** Each changed text in the format of `diff -u`, which does the work. */
function diff(session: Session, process: Process, only: readonly string[]): number {
  const { edited, added, removed } = changes(session);
  const { baseline, context } = session.state;
  const chosen = only.map((path) => session.path(path).split('/').slice(4).join('/'));
  const paths = [...edited, ...added, ...removed].sort().filter((path) => chosen.length === 0 || chosen.some((one) => one === '' || path === one || path.startsWith(`${one}/`)));
  for (const path of paths) {
    const [before, after] = [get(baseline, path), get(context, path)];
    const name = toBytes(path);
    process.out(`diff --git a/${name} b/${name}\n`);
    const texts = [before, after].map((node) => (node?.type === 'file' && node.content.kind === 'bytes' ? textOf(node) : node ? undefined : ''));
    if (texts[0] === undefined || texts[1] === undefined || texts.some((text) => text?.includes('\0'))) {
      process.out(`Binary files ${before ? `a/${name}` : '/dev/null'} and ${after ? `b/${name}` : '/dev/null'} differ\n`);
      continue;
    }
    process.writeFile('/tmp/.git-a', toBytes(texts[0]));
    process.writeFile('/tmp/.git-b', toBytes(texts[1]));
    const labels = ['--label', before ? `a/${name}` : '/dev/null', '--label', after ? `b/${name}` : '/dev/null'];
    process.launch(process.fork(), ['diff', '-u', ...labels, '/tmp/.git-a', '/tmp/.git-b'], '/bin/diff');
    process.files.unlink(process, '/tmp/.git-a');
    process.files.unlink(process, '/tmp/.git-b');
  }
  return 0;
}
