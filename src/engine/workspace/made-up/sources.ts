/** Files for the sources of COPY lines that nothing satisfies yet, and for what the commands below them name. */
import { baseName } from '../../fs/index.ts';
import type { ScenarioFile } from '../scenario.ts';
import { contentsFor, nameIn } from './contents.ts';
import { covers } from './covers.ts';
import { looksLikeFile } from './file-names.ts';
import { resolved, type Run, type Source, type StageNeeds } from './needs.ts';
import { isSource } from './projects.ts';

/** A path for a source that no file satisfies, with its text; undefined where nothing can. */
export function fileFor(source: Source, starts: string): readonly [string, ScenarioFile] | undefined {
  const path = source.pattern ? matching(source.path) : source.path;
  if (path === undefined) return undefined;
  if (path === '') return ['README.md', contentsFor('README.md')];
  const started = /\/s?bin(?:\/|$)/.test(source.dest) || starts.includes(baseName(path));
  if (!source.folder && (source.pattern || isFile(path, source, started))) return [path, contentsFor(path, started ? 'image' : undefined)];
  const inside = `${path}/${nameIn(path)}`;
  return [inside, contentsFor(inside)];
}

function isFile(path: string, { dest, into }: Source, started: boolean): boolean {
  if (looksLikeFile(path)) return true;
  const name = baseName(path);
  return started && !into && !/\/s?bin$/.test(dest) ? true : started && name === baseName(dest);
}

/** A name that a pattern matches. */
function matching(pattern: string): string | undefined {
  const path = pattern
    .replace(/\[\^?(\\?.)[^\]]*\]/g, '$1')
    .replace(/\*\*/g, 'app')
    .replace(/^\*\.|\/\*\./g, (text) => text.replace('*', 'app'))
    .replace(/(\w)\*$/g, '$1')
    .replace(/\*/g, 'app')
    .replace(/\?/g, 'a')
    .replace(/\\(.)/g, '$1');
  return covers({ path: pattern, pattern: true }, path) ? path : undefined;
}

/** Words before a file that is not read: written, or made by the command itself. */
const writes = /(?:^|\s)(?:-o|-O|--output|>|>>|-p|-C|-d|-xf|-xzf|-r[fv]+|-f[rv]*)$/;
const writers = /^(?:mkdir|touch|ln|curl|wget|tee|echo|printf)$/;
const readable = /\.(?:sh|bash|py|[cm]?js|ts|rb|pl|php|txt|toml|json|ya?ml|conf|cfg|ini|xml|sql|lua|mk|cmake|patch|gradle|crt|pem|env|cnf|example|sample|dist)$/;

/** Files that RUN lines read from folders which were copied before them: by context path. */
export function filesInCommands({ does }: StageNeeds): ReadonlyMap<string, ScenarioFile> {
  const copied: Source[] = [];
  const found = new Map<string, ScenarioFile>();
  for (const one of does) {
    if (isSource(one)) copied.push(one);
    else for (const [path, started] of pathsIn(one)) for (const source of copied) add(path, started, source);
  }
  return found;

  function add(path: string, started: boolean, { path: from, dest, pattern, into }: Source): void {
    if (pattern || looksNamed(from, into)) return;
    const place = dest === '/' ? '' : dest;
    if (!path.startsWith(`${place}/`)) return;
    const file = [...(from === '' ? [] : [from]), path.slice(place.length + 1)].join('/');
    found.set(file, contentsFor(file, started ? 'once' : undefined));
  }
}

/** A source that is one file: nothing lies below it. */
const looksNamed = (path: string, into: boolean): boolean => into && looksLikeFile(path);

/** Absolute paths of files that a command reads, and whether it starts them, as far as its words tell. */
function pathsIn({ words, cwd }: Run): readonly (readonly [path: string, started: boolean])[] {
  const found: (readonly [string, boolean])[] = [];
  let at = cwd;
  for (const part of words.split(/\n|;|&&|\|\|?/)) {
    const tokens = part.trim().split(/\s+/).map((token) => token.replace(/^["'(]+|["')]+$/g, ''));
    if (tokens[0] === 'cd' && tokens[1] !== undefined) at = resolved(at, tokens[1]);
    tokens.forEach((token, n) => {
      const word = token.replace(/^--?[\w-]+=/, '');
      if (!/^[\w./-]+$/.test(word) || word.endsWith('/') || /^\.+$/.test(word)) return;
      const first = tokens[0]!;
      const starts = (n === 0 && /^\.?\//.test(word)) || (n === 1 && /^(?:sh|bash|ash|source|\.)$/.test(first));
      const reads = starts || (n > 0 && /^(?:cp|mv|cat|rm|dos2unix)$/.test(first)) || (first === 'chmod' && n > 1 && n === tokens.length - 1) || readable.test(word);
      if (!reads || writes.test(tokens.slice(0, n).join(' ')) || writers.test(first)) return;
      if ((first === 'cp' || first === 'mv') && n === tokens.length - 1) return;
      found.push([resolved(at, word), starts]);
    });
  }
  return found;
}
