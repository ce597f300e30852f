/** Build flags of the go command, from GOFLAGS and the command line. */

export interface Flags {
  /** By name without dashes; a flag without a value is `true`. */
  readonly values: ReadonlyMap<string, string>;
  readonly packages: readonly string[];
}

const VALUED = new Set(['o', 'p', 'asmflags', 'buildmode', 'buildvcs', 'compiler', 'gcflags', 'ldflags', 'mod', 'modfile', 'overlay', 'pgo', 'pkgdir', 'tags', 'toolexec', 'run', 'count', 'timeout', 'coverprofile', 'covermode', 'coverpkg', 'C', 'bench', 'parallel']);
const OPTIONAL = new Set(['buildvcs']);

export function parseFlags(args: readonly string[], goflags = ''): Flags {
  const values = new Map<string, string>();
  for (const word of goflags.split(/\s+/).filter((one) => one !== '')) set(values, word, undefined);
  let i = 0;
  for (; i < args.length; i++) {
    const arg = args[i]!;
    if (arg[0] !== '-' || arg === '-') break;
    if (arg === '--') {
      i++;
      break;
    }
    if (set(values, arg, args[i + 1])) i++;
  }
  return { values, packages: args.slice(i) };
}

/** Sets one flag; true where it took the next word. */
function set(values: Map<string, string>, word: string, next: string | undefined): boolean {
  const match = /^--?([^=]+)(?:=(.*))?$/s.exec(word);
  if (!match) return false;
  const [, name = '', value] = match;
  if (value !== undefined) values.set(name, value);
  else if (VALUED.has(name) && !OPTIONAL.has(name) && next !== undefined) {
    values.set(name, next);
    return true;
  } else values.set(name, 'true');
  return false;
}
