/** What the final files of the image are, and what layers hold beside them. */
import { bytesOf, get, resolvePath, sameContent, wasted } from '../../fs/index.ts';
import type { Node } from '../../fs/node.ts';
import { entriesOf } from '../../insight/image/image-layers.ts';
import { decodeUtf8 } from '../../source/utf8.ts';
import { lastGood } from '../again.ts';
import type { Assertion, Finding, Subject } from '../assertion.ts';
import { filesOf, globber, imageOf, leaves } from '../image.ts';
import { currentState } from '../../workspace/workspace.ts';

const notBuilt: Finding = { holds: false, because: { id: 'exercise.not-built' } };
const holds: Finding = { holds: true };
const said = (id: string, values: NonNullable<Finding['because']>['values']): Finding => ({ holds: false, because: { id, values: values ?? {} } });
const hasGlob = (path: string): boolean => /[*?[]/.test(path);

/** The first of the findings that does not hold. */
function all<T>(values: Iterable<T>, judge: (value: T) => Finding): Finding {
  for (const value of values) {
    const found = judge(value);
    if (!found.holds) return found;
  }
  return holds;
}

function treeOf({ workspace, built }: Pick<Subject, 'workspace' | 'built'>) {
  const image = imageOf(workspace, built);
  return image && filesOf(image);
}

export const has: Assertion<'has'> = {
  key: 'has',
  about: 'image',
  judge(subject, paths) {
    const tree = treeOf(subject);
    if (!tree) return notBuilt;
    return all(paths, (path) => {
      const there = hasGlob(path) ? [...leaves(tree).keys()].some(globber([path])) : nodeAt(tree, path) !== undefined;
      return there ? holds : said('exercise.lacks-path', { path });
    });
  },
};

export const lacks: Assertion<'lacks'> = {
  key: 'lacks',
  about: 'image',
  judge(subject, globs) {
    const tree = treeOf(subject);
    if (!tree) return notBuilt;
    const found = [...leaves(tree).keys()].find(globber(globs)) ?? globs.find((glob) => !hasGlob(glob) && get(tree, glob.replace(/^\//, '')) !== undefined);
    return found === undefined ? holds : said('exercise.has-path', { path: found });
  },
};

export const mode: Assertion<'mode'> = {
  key: 'mode',
  about: 'image',
  judge(subject, modes) {
    const tree = treeOf(subject);
    if (!tree) return notBuilt;
    return all(Object.entries(modes), ([path, wanted]) => {
      const node = nodeAt(tree, path);
      if (!node) return said('exercise.lacks-path', { path });
      return node.mode === Number.parseInt(wanted, 8) ? holds : said('exercise.mode', { path, mode: node.mode.toString(8) });
    });
  },
};

export const owner: Assertion<'owner'> = {
  key: 'owner',
  about: 'image',
  judge(subject, owners) {
    const tree = treeOf(subject);
    if (!tree) return notBuilt;
    return all(Object.entries(owners), ([path, wanted]) => {
      const node = nodeAt(tree, path);
      if (!node) return said('exercise.lacks-path', { path });
      return `${node.uid}:${node.gid}` === wanted ? holds : said('exercise.owner', { path, owner: `${node.uid}:${node.gid}` });
    });
  },
};

export const contains: Assertion<'contains'> = {
  key: 'contains',
  about: 'image',
  judge(subject, texts) {
    const tree = treeOf(subject);
    if (!tree) return notBuilt;
    return all(Object.entries(texts), ([path, text]) => {
      const node = nodeAt(tree, path);
      if (node?.type !== 'file') return said('exercise.lacks-path', { path });
      return decodeUtf8(bytesOf(node.content)).includes(text) ? holds : said('exercise.lacks-text', { path, text });
    });
  },
};

export const noGhost: Assertion<'no-ghost'> = {
  key: 'no-ghost',
  about: 'image',
  judge({ workspace, built }, globs) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    const meant = globber(globs);
    const ghost = wasted(image.layers.map(entriesOf)).files.find(({ path, deleted, bytes }) => deleted && bytes > 0 && meant(path));
    return ghost ? said('exercise.ghost', { path: `/${ghost.path}`, size: { bytes: ghost.bytes } }) : holds;
  },
};

/** What a `COPY . .` takes of the build itself: it differs wherever anything was done about it. */
const itself: readonly string[] = ['**/Dockerfile', '**/*.dockerignore', '**/.dockerignore'];

export const layersLack: Assertion<'layers-lack'> = {
  key: 'layers-lack',
  about: 'image',
  judge({ workspace, built }, texts) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    return all(image.layers.filter(({ base }) => !base).flatMap(entriesOf), ({ path, content }) => {
      const own = content?.kind === 'bytes' ? decodeUtf8(content.bytes) : '';
      const text = texts.find((each) => own.includes(each));
      return text === undefined ? holds : said('exercise.layer-has-text', { path: `/${path}`, text });
    });
  },
};

export const sameFiles: Assertion<'same-files'> = {
  key: 'same-files',
  about: 'image',
  judge({ workspace, built, start }, apart) {
    const tree = treeOf({ workspace, built });
    const first = treeOf({ workspace: start, built: lastGood(currentState(start)) });
    if (!tree || !first) return notBuilt;
    const left = globber([...(apart === true ? [] : apart), ...itself]);
    const [now, then] = [leaves(tree), leaves(first)];
    return all(new Set([...then.keys(), ...now.keys()]), (path) => {
      const [a, b] = [then.get(path), now.get(path)];
      if (left(path) || (a && b && sameLeaf(a, b))) return holds;
      return said(!b ? 'exercise.file-missing' : !a ? 'exercise.file-new' : 'exercise.file-differs', { path: `/${path}` });
    });
  },
};

/** Equal bytes or link text, and equal permission to run it; times and owners may differ. */
function sameLeaf(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.type === 'file' && b.type === 'file') return sameContent(a.content, b.content);
  if (a.type === 'symlink' && b.type === 'symlink') return a.target === b.target;
  return a.type === b.type;
}

/** What is at an absolute path, links followed. */
function nodeAt(tree: Parameters<typeof get>[0], path: string): Node | undefined {
  const resolved = resolvePath(tree, path);
  return 'error' in resolved ? undefined : resolved.node;
}
