/** Owners by name or number: BuildKit `solver/llbsolver/ops/user_linux.go` over `/etc/passwd` and `/etc/group`. */
import type { ChownOpt, UserOpt } from '../action.ts';
import { contentSize, textOf } from '../content.ts';
import type { DirNode } from '../node.ts';
import { goQuote, scopedPlace, TOO_MANY_LINKS } from '../scoped-path.ts';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

interface Failure {
  readonly error: string;
}

const MAX_BYTES = 10 << 20;

/** Lines of a user database as fields; none where the file is missing. */
function linesOf(root: DirNode, path: string): readonly (readonly string[])[] | Failure {
  const place = scopedPlace(root, path, true);
  if (!place) return { error: TOO_MANY_LINKS };
  const { node } = place;
  if (!node) return [];
  if (node.type !== 'file') return { error: `${place.path} is not a regular file` };
  if (contentSize(node.content) > MAX_BYTES) return { error: `${goQuote(place.path)} exceeds ${MAX_BYTES} bytes` };
  return textOf(node).split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => line.split(':'));
}

const number = (text: string | undefined) => (/^-?\d+$/.test(text ?? '') ? Number(text) : 0);

function lookUp(root: DirNode, path: string, name: string, fields: readonly number[]): readonly number[] | undefined | Failure {
  const lines = linesOf(root, path);
  if ('error' in lines) return lines;
  const line = lines.find(([first]) => first === name);
  return line && fields.map((field) => number(line[field]));
}

type RootOf = (input: number) => DirNode | undefined;

function named(option: UserOpt, roots: RootOf, what: 'user' | 'group'): readonly number[] | undefined | Failure {
  if ('byID' in option) return [option.byID, option.byID];
  const { name, input } = option.byName;
  if (input < 0) return { error: `invalid user index: ${input}` };
  const root = roots(input);
  if (!root) return { error: `invalid missing ${what} mount` };
  return what === 'user' ? lookUp(root, '/etc/passwd', name, [2, 3]) : lookUp(root, '/etc/group', name, [2, 2]);
}

/**
 * Numbers for the owner of a file action; `roots` gives the input that a name is looked up in. Names that are not found are 0,
 * and undefined means that the sources keep theirs.
 */
export function ownerOf(owner: ChownOpt | undefined, roots: RootOf): Owner | undefined | Failure {
  if (!owner) return undefined;
  let uid = 0;
  let gid = 0;
  if (owner.user) {
    const found = named(owner.user, roots, 'user');
    if (found && 'error' in found) return found;
    if (found) [uid, gid] = [found[0]!, found[1]!];
  }
  if (owner.group) {
    const found = named(owner.group, roots, 'group');
    if (found && 'error' in found) return found;
    if (found) gid = found[0]!;
  }
  return { uid, gid };
}

/** `app:staff`, `1000`, `:50` as `--chown` and `USER` write owners → numbers by a root's databases. */
export function resolveOwner(root: DirNode | undefined, text: string): Owner | Failure {
  const [user = '', group] = text.split(':', 2);
  const option = (name: string): UserOpt =>
    /^\d+$/.test(name) ? { byID: Number(name) } : name === 'root' || name === '' ? { byID: 0 } : { byName: { name, input: root ? 0 : -1 } };
  const found = ownerOf({ user: option(user), ...(group !== undefined && { group: option(group) }) }, () => root);
  return found ?? { uid: 0, gid: 0 };
}
