/** Requirements: `requests[socks]>=2,<3; python_version < "3.13"` (PEP 508), and the files that list them (pip's `-r`). */
import { toText } from '../../system/byte-string.ts';
import { attempt, strerror } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';

export interface Requirement {
  /** Normalised (PEP 503), without extras. */
  readonly name: string;
  readonly extras: readonly string[];
  /** `>=2,<3` as it is written, without blanks; empty where any version will do. */
  readonly specifier: string;
  /** Where it is pinned with `==`. */
  readonly pin?: string;
  /** Path of a wheel, an archive or a project, or an address, that it is installed from. */
  readonly from?: string;
  readonly editable?: boolean;
  /** Algorithm and digest: `sha256:…`. */
  readonly hashes: readonly string[];
  /** ` (from -r requirements.txt (line 3))`, or nothing. */
  readonly origin: string;
}

/** What a requirements file adds to the command line. */
export interface Listed {
  readonly requirements: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  readonly indexes: readonly string[];
  readonly findLinks: readonly string[];
  readonly noIndex: boolean;
}

export type Read<T> = T | { readonly error: string };

/** `Django_REST.framework` → `django-rest-framework` (PEP 503). */
export function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** One requirement; undefined where it is none, `'excluded'` where its marker rules it out on Linux. */
export function readRequirement(text: string, origin = ''): Requirement | 'excluded' | undefined {
  const [body = '', marker = ''] = text.replace(/\s+/g, ' ').split(/ ?; ?/, 2);
  const none = { extras: [], specifier: '', hashes: [], origin };
  if (/^(?:\.{0,2}\/|\.$|\.\[)|\.whl$|\.tar\.gz$|\.zip$/.test(body.trim()) && !body.includes('@ ')) {
    const path = body.trim().replace(/\[[^\]]*\]$/, '');
    const wheel = /([^/]+?)-(\d[^-/]*)-[^/]*\.whl$/.exec(path);
    return { ...none, name: wheel ? normalise(wheel[1]!) : path, from: path, ...(wheel && { pin: wheel[2]! }) };
  }
  const match = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(?:@\s*(\S+)|\(?((?:(?:===?|~=|>=|<=|>|<|!=)\s*[\w.*+!-]+\s*(?:,\s*)?)*)\)?)\s*$/.exec(body);
  if (!match) return undefined;
  if (/sys_platform *== *["'](?:win32|darwin)|(?:os_name|platform_system) *== *["'](?:nt|Windows|Darwin)/.test(marker)) return 'excluded';
  const specifier = (match[4] ?? '').replace(/\s+/g, '').replace(/,$/, '');
  const pin = /(?:^|,)===?([^,*]+)(?:,|$)/.exec(specifier)?.[1];
  const extras = (match[2] ?? '').split(',').map((one) => normalise(one.trim())).filter((one) => one !== '');
  return { ...none, name: normalise(match[1]!), extras, specifier, ...(pin !== undefined && { pin }), ...(match[3] !== undefined && { from: match[3] }) };
}

/** Reads a requirements file and those that it includes. `constraint` for the words of pip where it is missing. */
export function readRequirementsFile(process: Process, path: string, constraint = false, depth = 0): Read<Listed> {
  const { value, errno } = attempt(() => process.readFile(path));
  if (value === undefined) return { error: `Could not open requirements file: [Errno ${errno === 'EACCES' ? 13 : errno === 'EISDIR' ? 21 : 2}] ${strerror(errno)}: '${toText(path)}'` };
  const requirements: Requirement[] = [];
  const constraints: Requirement[] = [];
  const indexes: string[] = [];
  const findLinks: string[] = [];
  let noIndex = false;
  for (const { text, number } of logicalLines(value)) {
    process.limits.step();
    const option = /^(-[a-z]|--[a-z-]+)(?:[ =]\s*|(?=[./\w]))(.*)$/.exec(text) ?? /^(--[a-z-]+)()$/.exec(text);
    const origin = ` (from ${constraint ? '-c' : '-r'} ${path} (line ${number}))`;
    if (option) {
      const [, name = '', given = ''] = option;
      if (/^(-r|--requirement|-c|--constraint)$/.test(name)) {
        if (depth > 16) return { error: `${path} recursively references itself in ${path}` };
        const isConstraint = name === '-c' || name === '--constraint';
        const base = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
        const inner = readRequirementsFile(process, given.startsWith('/') ? given : base + given, isConstraint, depth + 1);
        if ('error' in inner) return inner;
        (isConstraint ? constraints : requirements).push(...inner.requirements);
        constraints.push(...inner.constraints);
        indexes.push(...inner.indexes);
        findLinks.push(...inner.findLinks);
      } else if (/^(-i|--index-url|--extra-index-url)$/.test(name)) indexes.push(given);
      else if (/^(-f|--find-links)$/.test(name)) findLinks.push(given);
      else if (/^(-e|--editable)$/.test(name)) requirements.push({ name: given, extras: [], specifier: '', hashes: [], origin, from: given, editable: true });
      else if (name === '--no-index') noIndex = true;
      else if (!/^--(prefer-binary|require-hashes|no-binary|only-binary|pre|trusted-host|use-feature)$/.test(name)) return { error: `Invalid requirement: '${text}': Expected package name at the start of dependency specifier\n    ${text}\n    ^${origin}` };
      continue;
    }
    const hashes = [...text.matchAll(/\s--hash[= ](\S+)/g)].map(([, hash]) => hash!);
    const bare = text.replace(/\s--(hash|config-settings|global-option)[= ]\S+/g, '');
    const requirement = readRequirement(bare, origin);
    if (requirement === undefined) return { error: `Invalid requirement: '${bare}': Expected ${/^[A-Za-z0-9]/.test(bare) ? 'semicolon (after name with no version specifier) or end' : 'package name at the start of dependency specifier'}\n    ${bare}\n    ^${origin}` };
    if (requirement !== 'excluded') requirements.push({ ...requirement, hashes });
  }
  return { requirements, constraints, indexes, findLinks, noIndex };
}

/** Lines without comments, those that end in a backslash joined with the next; each with the number of its first. */
function logicalLines(text: string): { readonly text: string; readonly number: number }[] {
  const lines: { text: string; number: number }[] = [];
  let open: { text: string; number: number } | undefined;
  text.replace(/^\xef\xbb\xbf/, '').split(/\r?\n/).forEach((raw, i) => {
    const line = raw.replace(/(^|\s)#.*$/, '');
    const joined = open ? { text: `${open.text} ${line.trim()}`, number: open.number } : { text: line.trim(), number: i + 1 };
    open = undefined;
    if (joined.text.endsWith('\\')) open = { ...joined, text: joined.text.slice(0, -1).trim() };
    else if (joined.text !== '') lines.push(joined);
  });
  if (open) lines.push(open);
  return lines;
}
