/**
 * `nginx -t`: reads `nginx.conf` and what it includes, and checks what can be checked without running it: blocks, semicolons,
 * names of directives, files that have to be there. `-v` too. Serving is not simulated.
 */
import { attempt } from '../../system/errno.ts';
import { compilePattern, matches } from '../../shell/glob.ts';
import type { Process } from '../../system/process.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { CONTEXTS } from './nginx-directives.ts';

export const nginx: Tool = {
  name: 'nginx',
  run(process, args) {
    if (args.includes('-v') || args.includes('-V')) {
      process.err(`nginx version: nginx/${process.env.get('NGINX_VERSION') ?? '1.26.3'}\n`);
      return 0;
    }
    if (!args.some((arg) => /^-q?[tT]q?$/.test(arg))) return notSimulated(process, 'nginx', 'Serving');
    const at = args.indexOf('-c');
    const path = at >= 0 ? (args[at + 1] ?? '') : '/etc/nginx/nginx.conf';
    const checker = new Checker(process, path.slice(0, path.lastIndexOf('/')));
    const problem = checker.check(path, 'main', 0);
    modelled(process, 'nginx', 40, 0, 'The settings are read; sockets and modules are not tried.');
    if (problem !== undefined) {
      process.err(`${new Date(process.machine.now).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')} [emerg] 1#1: ${problem}\nnginx: configuration file ${path} test failed\n`);
      return 1;
    }
    if (!args.includes('-q')) process.err(`nginx: the configuration file ${path} syntax is ok\nnginx: configuration file ${path} test is successful\n`);
    return 0;
  },
};

interface Token {
  readonly text: string;
  readonly line: number;
  readonly quoted: boolean;
}

class Checker {
  readonly #process: Process;
  readonly #prefix: string;

  constructor(process: Process, prefix: string) {
    this.#process = process;
    this.#prefix = prefix;
  }

  /** nginx's words for the first thing that is wrong; undefined where nothing is. */
  check(path: string, context: string, depth: number): string | undefined {
    const text = attempt(() => this.#process.readFile(path));
    if (text.value === undefined) return `open() "${path}" failed (2: No such file or directory)`;
    if (depth > 8) return `include nesting too deep in ${path}:1`;
    const contexts = [context];
    let words: Token[] = [];
    for (const token of tokens(text.value)) {
      this.#process.limits.step();
      const here = contexts.at(-1)!;
      const special = !token.quoted && /^[;{}]$/.test(token.text) ? token.text : undefined;
      if (special === undefined) {
        words.push(token);
        continue;
      }
      if (special === '}') {
        if (words.length > 0) return `unexpected "}" in ${path}:${token.line}`;
        if (contexts.length === 1) return `unexpected "}" in ${path}:${token.line}`;
        contexts.pop();
        continue;
      }
      const name = words[0]?.text;
      if (name === undefined) return `unexpected "${special}" in ${path}:${token.line}`;
      const problem = this.#directive(words, special === '{', here, path, depth);
      if (problem !== undefined) return problem;
      if (special === '{') contexts.push(CONTEXTS[name]?.opens ?? here);
      words = [];
    }
    if (words.length > 0) return `unexpected end of file, expecting ";" or "}" in ${path}:${words.at(-1)!.line + 1}`;
    return contexts.length > 1 ? `unexpected end of file, expecting "}" in ${path}:${lineCount(text.value)}` : undefined;
  }

  #directive(words: readonly Token[], block: boolean, context: string, path: string, depth: number): string | undefined {
    const [name, ...values] = words.map((one) => one.text);
    const { line } = words[0]!;
    if (context === 'free') return undefined;
    if (name === 'include') return this.#include(values[0] ?? '', context, depth);
    const known = CONTEXTS[name!];
    if (!known) return `unknown directive "${name!}" in ${path}:${line}`;
    if (known.in !== undefined && !known.in.includes(context)) return `"${name!}" directive is not allowed here in ${path}:${line}`;
    if (block && known.opens === undefined) return `directive "${name!}" is not terminated by ";" in ${path}:${line}`;
    if (!block && known.opens !== undefined) return `directive "${name!}" has no opening "{" in ${path}:${line}`;
    if (known.values !== undefined && values.length < known.values) return `invalid number of arguments in "${name!}" directive in ${path}:${line}`;
    const file = known.file === true ? this.#absolute(values[0]!) : undefined;
    if (file !== undefined && !file.includes('$') && !this.#process.peek(file)) {
      return name === 'ssl_certificate' ? `cannot load certificate "${file}": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory)` : `cannot load certificate key "${file}": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory)`;
    }
    return undefined;
  }

  #absolute(path: string): string {
    return path.startsWith('/') ? path : `${this.#prefix}/${path}`;
  }

  #include(given: string, context: string, depth: number): string | undefined {
    const path = this.#absolute(given);
    if (path.endsWith('mime.types') || !/[*?[]/.test(path)) return path.endsWith('mime.types') && this.#process.peek(path) ? undefined : this.check(path, context, depth + 1);
    const dir = path.slice(0, path.lastIndexOf('/'));
    const pattern = compilePattern(path.slice(dir.length + 1));
    const inode = this.#process.peek(dir);
    for (const name of inode?.type === 'dir' ? inode.names() : []) {
      const problem = matches(pattern, name) ? this.check(`${dir}/${name}`, context, depth + 1) : undefined;
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
}

function lineCount(text: string): number {
  return text.split('\n').length;
}

/** Words, and `;`, `{`, `}`, with their lines; comments are left out. */
function* tokens(text: string): Generator<Token> {
  let line = 1;
  const pattern = /\n|[ \t\r]+|#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[;{}]|(?:\$\{[^}]*\}|[^\s;{}])+/gs;
  for (const [found] of text.matchAll(pattern)) {
    const at = line;
    line += found.split('\n').length - 1;
    if (/^[\s#]/.test(found)) continue;
    const quoted = /^["']/.test(found);
    yield { text: quoted ? found.slice(1, -1) : found, line: at, quoted };
  }
}
