/** The key of COPY, ADD, WORKDIR and heredoc files: BuildKit `solver/llbsolver/ops/file.go: CacheMap`. */
import type { ChownOpt, CopyAction, MkdirAction, MkfileAction, UserOpt } from '../../fs/action.ts';
import { baseName, sha256 } from '../../fs/index.ts';
import type { Selector } from '../../fs/index.ts';
import { compactJson } from '../../image/go-json.ts';
import type { Json } from '../../image/go-json.ts';
import type { FileAction, FileOp } from '../../graph/op.ts';
import { encodeBase64 } from './base64.ts';
import { dedupePaths } from './cache-map.ts';
import type { CacheDep, CacheMap } from './cache-map.ts';

/** Operation and number of the vertex's inputs → key. */
export function fileCacheMap(op: FileOp, inputs: number): CacheMap {
  const selectors = new Map<number, Selector[]>();
  const written = new Set<number>();
  const fields: Record<string, string> = {};
  const select = (input: number, selector: Selector) => selectors.set(input, [...(selectors.get(input) ?? []), selector]);
  const actions = op.actions.map((action, index) => {
    if (action.input !== -1) written.add(action.input);
    const label = op.actions.length > 1 ? ` ${index + 1}` : '';
    if (action.copy) return copyJson(action, action.copy, inputs, select, (name, value) => (fields[name + label] = value));
    if (action.mkdir) return mkdirJson(action.mkdir, select, (name, value) => (fields[name + label] = value));
    return mkfileJson(action.mkfile!, select, (name, value) => (fields[name + label] = value));
  });
  const indexes = op.actions.map((action) => [action.input, action.secondaryInput, action.output] as const);
  const json = compactJson({
    Type: 'buildkit.file.v0',
    Actions: actions.map((action) => encodeBase64(compactJson(action))),
    indexes: isDefault(indexes) ? undefined : indexes,
  });
  const deps = Array.from({ length: inputs }, (_, input): CacheDep => {
    const read = selectors.get(input);
    if (!read || written.has(input)) return { selector: '' };
    const paths = read.map((selector) => selector.path);
    return { selector: sha256([...paths].sort().reverse().join('\0')), content: dedupeSelectors(read), paths: [...new Set(paths)] };
  });
  return { digest: sha256(json), deps, fields };
}

type Select = (input: number, selector: Selector) => void;
type Note = (name: string, value: string) => void;

function copyJson(action: FileAction, copy: CopyAction, inputs: number, select: Select, note: Note): Json {
  let src = copy.src;
  selectOwner(copy.owner, select);
  if (action.secondaryInput !== -1 && action.secondaryInput < inputs) {
    select(action.secondaryInput, {
      path: src,
      wildcard: (copy.allowWildcard ?? false) && hasWildcard(src),
      followLinks: copy.followSymlink ?? false,
      ...(copy.includePatterns && { includePatterns: copy.includePatterns }),
      ...(copy.excludePatterns && { excludePatterns: copy.excludePatterns }),
      ...(copy.requiredPaths && { requiredPaths: copy.requiredPaths }),
    });
    src = baseName(src) || '/';
  }
  note('source name', src);
  note('destination', copy.dest);
  if (copy.modeStr || copy.mode !== -1) note('mode', copy.modeStr ?? `0${copy.mode.toString(8)}`);
  noteOwner(copy.owner, note);
  if (copy.includePatterns) note('include', copy.includePatterns.join(' '));
  if (copy.excludePatterns) note('exclude', copy.excludePatterns.join(' '));
  if (copy.requiredPaths) note('required', copy.requiredPaths.join(' '));
  if (copy.attemptUnpackDockerCompatibility) note('unpack', 'true');
  if (copy.alwaysReplaceExistingDestPaths) note('replace existing paths', 'true');
  if (copy.timestamp !== -1) note('timestamp', String(copy.timestamp));
  return {
    src: src || undefined,
    dest: copy.dest || undefined,
    owner: ownerJson(copy.owner),
    mode: copy.mode || undefined,
    followSymlink: copy.followSymlink || undefined,
    dirCopyContents: copy.dirCopyContents || undefined,
    attemptUnpackDockerCompatibility: copy.attemptUnpackDockerCompatibility || undefined,
    createDestPath: copy.createDestPath || undefined,
    allowWildcard: copy.allowWildcard || undefined,
    allowEmptyWildcard: copy.allowEmptyWildcard || undefined,
    timestamp: copy.timestamp || undefined,
    include_patterns: some(copy.includePatterns),
    exclude_patterns: some(copy.excludePatterns),
    alwaysReplaceExistingDestPaths: copy.alwaysReplaceExistingDestPaths || undefined,
    modeStr: copy.modeStr || undefined,
    required_paths: some(copy.requiredPaths),
  };
}

function mkdirJson(mkdir: MkdirAction, select: Select, note: Note): Json {
  selectOwner(mkdir.owner, select);
  note('folder', mkdir.path);
  noteOwner(mkdir.owner, note);
  if (mkdir.timestamp !== -1) note('timestamp', String(mkdir.timestamp));
  return {
    path: mkdir.path || undefined,
    mode: mkdir.mode || undefined,
    makeParents: mkdir.makeParents || undefined,
    owner: ownerJson(mkdir.owner),
    timestamp: mkdir.timestamp || undefined,
  };
}

function mkfileJson(mkfile: MkfileAction, select: Select, note: Note): Json {
  selectOwner(mkfile.owner, select);
  const data = mkfile.data ?? encodeBase64(mkfile.text ?? '');
  note('file', mkfile.path);
  note('contents', sha256(data));
  noteOwner(mkfile.owner, note);
  if (mkfile.timestamp !== -1) note('timestamp', String(mkfile.timestamp));
  return {
    path: mkfile.path || undefined,
    mode: mkfile.mode || undefined,
    data: data || undefined,
    owner: ownerJson(mkfile.owner),
    timestamp: mkfile.timestamp || undefined,
  };
}

const some = (list: readonly string[] | undefined) => (list && list.length > 0 ? list : undefined);

const userText = (user: UserOpt) => ('byID' in user ? String(user.byID) : user.byName.name);

function noteOwner(owner: ChownOpt | undefined, note: Note): void {
  if (owner?.user) note('owner', userText(owner.user));
  if (owner?.group) note('group', userText(owner.group));
}

function ownerJson(owner: ChownOpt | undefined): Json | undefined {
  return owner && { user: owner.user && userJson(owner.user), group: owner.group && userJson(owner.group) };
}

const userJson = (user: UserOpt): Json =>
  'byID' in user
    ? { User: { byId: user.byID || undefined } }
    : { User: { byName: { name: user.byName.name || undefined, input: user.byName.input || undefined } } };

/** A name instead of a number is looked up in the file that has it. */
function selectOwner(owner: ChownOpt | undefined, select: Select): void {
  for (const [user, path] of [[owner?.user, '/etc/passwd'], [owner?.group, '/etc/group']] as const) {
    if (user && 'byName' in user && user.byName.input >= 0) select(user.byName.input, { path, followLinks: true });
  }
}

function hasWildcard(path: string): boolean {
  for (let i = 0; i < path.length; i++) {
    if (path[i] === '\\') i++;
    else if (path[i] === '*' || path[i] === '?' || path[i] === '[') return true;
  }
  return false;
}

const filtered = (selector: Selector) =>
  selector.wildcard || (selector.includePatterns?.length ?? 0) > 0 || (selector.excludePatterns?.length ?? 0) > 0;

function dedupeSelectors(selectors: readonly Selector[]): readonly Selector[] {
  const plain = (follow: boolean) =>
    dedupePaths(selectors.filter((s) => !filtered(s) && (s.followLinks ?? false) === follow).map((s) => s.path));
  const all: Selector[] = [
    ...plain(false).map((path) => ({ path })),
    ...plain(true).map((path) => ({ path, followLinks: true })),
    ...selectors.filter(filtered),
  ];
  return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The common layout, whose numbers BuildKit leaves out (`isDefaultIndexes`, with its arithmetic). */
function isDefault(indexes: readonly (readonly [number, number, number])[]): boolean {
  const last = indexes.length - 1;
  return (
    indexes.length > 0 &&
    indexes.every(
      ([input, secondary, output], i) =>
        input === (i === 0 ? 0 : last + i) && (secondary === -1 || secondary === 1) && output === (i === last ? 0 : -1),
    )
  );
}
