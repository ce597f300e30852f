/** Which patterns stand for the paths a build reads: fsutil's `FollowLinks`, links of the context resolved inside it. */
import { children, compareNames, get, goClean, goMatcher, hasWildcard } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/index.ts';

/** Directory part of a relative path, `.` where there is none. */
const dirOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
const join = (...parts: string[]) => goClean(parts.filter((part) => part !== '').join('/'));

/** Longer paths lead nowhere on Linux: they are not looked into. */
const MAX_PATH = 4095;

class Resolver {
  readonly resolved = new Set<string>();
  private readonly root: DirNode;

  constructor(root: DirNode) {
    this.root = root;
  }

  /** Where the links at a path lead, as absolute paths; undefined where there is none. */
  private linkTargets(path: string, wildcards: boolean): string[] | undefined {
    const base = path.slice(path.lastIndexOf('/') + 1);
    if (wildcards && hasWildcard(base)) {
      const dir = get(this.root, dirOf(path));
      if (dir?.type !== 'dir') return undefined;
      const match = goMatcher(base);
      const targets: string[] = [];
      for (const [name] of children(dir)) if (match(name)) targets.push(...(this.linkTargets(join(dirOf(path), name), false) ?? []));
      return targets.length > 0 ? targets : undefined;
    }
    const node = path === '.' ? undefined : get(this.root, path);
    if (node?.type !== 'symlink') return undefined;
    const target = goClean(node.target);
    return [target.startsWith('/') ? target : join('/', dirOf(path), target)];
  }

  /** A clean path without wildcards on whose way there are no links: the common case, in one walk. False where it is none. */
  private addPlain(path: string): boolean {
    let node: Node | undefined = this.root;
    for (let at = 0; at <= path.length; ) {
      const slash = path.indexOf('/', at);
      const end = slash < 0 ? path.length : slash;
      const name = path.slice(at, end);
      if (name === '' || name === '.' || name === '..' || hasWildcard(name)) return false;
      node = node?.type === 'dir' ? node.entries.get(name) : undefined;
      if (node?.type === 'symlink') return false;
      at = end + 1;
    }
    this.resolved.add(path);
    return true;
  }

  add(path: string): void {
    if (path.length > MAX_PATH) {
      this.resolved.add(goClean(path));
      return;
    }
    if (this.addPlain(path)) return;
    let rest = goClean('./' + path).replace(/^(\.\.\/)+/, '');
    let current = '.';
    for (;;) {
      const slash = rest.indexOf('/');
      current = join(current, slash < 0 ? rest : rest.slice(0, slash));
      const targets = this.linkTargets(current, true);
      rest = slash < 0 ? '' : rest.slice(slash + 1);
      if ((rest === '' || targets) && this.resolved.has(current)) return;
      if (targets) {
        this.resolved.add(current);
        for (const target of targets) this.add(join(target, rest));
        return;
      }
      if (rest === '') {
        this.resolved.add(current);
        return;
      }
    }
  }
}

/** Include patterns for paths with wildcards; none where all of the context is read. */
export function followPaths(root: DirNode, paths: readonly string[]): string[] {
  const resolver = new Resolver(root);
  for (const path of paths) resolver.add(path);
  const kept: string[] = [];
  for (const path of [...resolver.resolved].sort(compareNames)) {
    if (path === '.') return [];
    if (kept.length === 0 || !path.startsWith(kept.at(-1)! + '/')) kept.push(path);
  }
  return kept;
}
