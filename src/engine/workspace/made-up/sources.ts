/** Files for the sources of COPY lines that nothing satisfies yet, and for what the commands below them name. */
import { baseName } from '../../fs/index.ts';
import type { ScenarioFile } from '../scenario.ts';
import { contentsFor, nameIn } from './contents.ts';
import { covers } from './covers.ts';
import { resolved, type Run, type Source, type StageNeeds } from './needs.ts';
import { isSource } from './projects.ts';

/** A path for a source that no file satisfies, with its text; undefined where nothing can. */
export function fileFor(source: Source, starts: string): readonly [string, ScenarioFile] | undefined {
  const path = source.pattern ? matching(source.path) : source.path;
  if (path === undefined) return undefined;
  if (path === '') return ['README.md', contentsFor('README.md')];
  const started = /\/s?bin(?:\/|$)/.test(source.dest) || starts.includes(baseName(path));
  if (!source.folder && (source.pattern || isFile(path, source, started))) return [path, contentsFor(path, started)];
  const inside = `${path}/${nameIn(path)}`;
  return [inside, contentsFor(inside)];
}

/** Names without an ending that are files, not folders. */
const files = /^(?:[Mm]akefile|LICEN[CS]E|README|VERSION|Procfile|Brewfile|Rakefile|Gemfile|Pipfile|Caddyfile|Jenkinsfile|Vagrantfile|Dockerfile|crontab|hosts|passwd|group|gradlew|mvnw|artisan|supervisord|(?:docker-)?entrypoint|\.(?!git$|github$|mvn$|cargo$|yarn$|husky$|config$|docker$|vscode$|next$|aws$|ssh$|circleci$|well-known$|storybook$|venv$).+)$/;

function isFile(path: string, { dest, into }: Source, started: boolean): boolean {
  const name = baseName(path);
  if (files.test(name) || /[^.]\.[A-Za-z0-9_-]{1,12}$/.test(name)) return !/\.d$/.test(name);
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
const writes = /(?:^|\s)(?:-o|-O|--output|>|>>|mkdir|touch|rm|ln|tee|-p|-C|-d|-xf|-xzf)$/;
const readable = /\.(?:sh|bash|py|[cm]?js|ts|rb|pl|php|txt|toml|json|ya?ml|conf|cfg|ini|xml|sql|lua|mk|cmake|patch|gradle|crt|pem|env|cnf|example|sample|dist)$/;

/** Files that RUN lines read from folders which were copied before them: by context path. */
export function filesInCommands({ does }: StageNeeds): readonly string[] {
  const copied: Source[] = [];
  const found = new Set<string>();
  for (const one of does) {
    if (isSource(one)) copied.push(one);
    else for (const path of pathsIn(one)) for (const source of copied) add(path, source);
  }
  return [...found];

  function add(path: string, { path: from, dest, pattern, into }: Source): void {
    if (pattern || looksNamed(from, into)) return;
    const place = dest === '/' ? '' : dest;
    if (!path.startsWith(`${place}/`)) return;
    found.add([...(from === '' ? [] : [from]), path.slice(place.length + 1)].join('/'));
  }
}

/** A source that is one file: nothing lies below it. */
const looksNamed = (path: string, into: boolean): boolean => into && path !== '' && (files.test(baseName(path)) || /[^.]\.\w{1,12}$/.test(path));

/** Absolute paths of files that a command reads, as far as its words tell. */
function pathsIn({ words, cwd }: Run): readonly string[] {
  const found: string[] = [];
  let at = cwd;
  for (const part of words.split(/\n|;|&&|\|\|?/)) {
    const tokens = part.trim().split(/\s+/).map((token) => token.replace(/^["'(]+|["')]+$/g, ''));
    if (tokens[0] === 'cd' && tokens[1] !== undefined) at = resolved(at, tokens[1]);
    tokens.forEach((token, n) => {
      const word = token.replace(/^--?[\w-]+=/, '');
      const runs = /^\.{0,2}\/?[\w./-]+$/.test(word) && ((n === 0 && word.startsWith('./')) || (n === 1 && /^(?:sh|bash|source|\.|cp|mv|cat|dos2unix)$/.test(tokens[0]!)) || (tokens[0] === 'chmod' && n === tokens.length - 1));
      if (!runs && !(readable.test(word) && /^[\w./-]+$/.test(word))) return;
      if (writes.test(tokens.slice(0, n).join(' ')) || /^(?:mkdir|touch|rm|ln|curl|wget|tee|echo|printf)$/.test(tokens[0]!) || word.endsWith('/')) return;
      if ((tokens[0] === 'cp' || tokens[0] === 'mv') && n === tokens.length - 1) return;
      found.push(resolved(at, word));
    });
  }
  return found;
}
