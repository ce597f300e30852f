/**
 * Tokens → syntax tree, by the grammar of POSIX 2.10, one complete command at a time: a shell runs the lines above a
 * mistake before it sees the mistake.
 */
import type { Assignment, CaseItem, Command, Redirect, RedirectOperator, Script, Word } from './ast.ts';
import { SyntaxFault } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { Lexer } from './lexer.ts';
import type { PendingHeredoc, Token } from './lexer.ts';

const RESERVED = new Set(['!', '{', '}', 'case', 'do', 'done', 'elif', 'else', 'esac', 'fi', 'for', 'if', 'in', 'then', 'until', 'while']);
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)(\+?)=/;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export class Parser {
  readonly #lexer: Lexer;
  #token: Token | undefined;

  constructor(lexer: Lexer) {
    this.#lexer = lexer;
  }

  /** A parser of a whole script. */
  static of(source: string, dialect: Dialect, line = 1): Parser {
    return new Parser(new Lexer(source, dialect, parseSubstitution, line));
  }

  get line(): number {
    return this.#lexer.line;
  }

  /** The next line's commands; undefined at the end. Throws a `SyntaxFault`. */
  next(): Script | undefined {
    for (;;) {
      const token = this.#peek();
      if (token.type === 'end') return undefined;
      if (token.type !== 'newline') break;
      this.#take();
    }
    const items: Script['items'][number][] = [];
    for (;;) {
      const command = this.#andOr();
      const background = this.#accept('&');
      items.push({ command, background });
      if (!background && !this.#accept(';')) break;
      const token = this.#peek();
      if (token.type === 'newline' || token.type === 'end') break;
    }
    const end = this.#peek();
    if (end.type === 'newline') this.#take();
    else if (end.type !== 'end') this.#unexpected();
    return { kind: 'script', items };
  }

  /** The commands of a substitution, with the parenthesis that closes it. */
  substitution(): Script {
    const script = this.#list(true);
    if (!this.#at(')')) this.#unexpected('")"');
    return script;
  }

  /** The commands of a text that ends by itself. */
  all(): Script {
    const script = this.#list(true);
    if (this.#peek().type !== 'end') this.#unexpected();
    return script;
  }

  #peek(): Token {
    this.#token ??= this.#lexer.next();
    return this.#token;
  }

  #take(): Token {
    const token = this.#peek();
    this.#token = undefined;
    return token;
  }

  /** Whether the next token is this operator. */
  #at(operator: string): boolean {
    const token = this.#peek();
    return token.type === 'operator' && token.text === operator;
  }

  #accept(operator: string): boolean {
    const found = this.#at(operator);
    if (found) this.#take();
    return found;
  }

  #keyword(): string | undefined {
    const token = this.#peek();
    return token.type === 'word' && token.plain !== undefined && RESERVED.has(token.plain) ? token.plain : undefined;
  }

  #expectKeyword(word: string): void {
    if (this.#keyword() !== word) this.#unexpected(`"${word}"`);
    this.#take();
  }

  #unexpected(expecting?: string): never {
    const token = this.#peek();
    throw new SyntaxFault(this.#lexer.line, { unexpected: this.#nameOf(token), expecting });
  }

  #nameOf(token: Token): string {
    if (token.type === 'end') return 'end of file';
    if (token.type === 'redirect') return 'redirection';
    if (token.type === 'operator') return `"${token.text}"`;
    if (token.type !== 'word') return 'newline';
    if (token.plain !== undefined && RESERVED.has(token.plain)) return `"${token.plain}"`;
    return this.#lexer.dialect === 'bash' ? (token.plain ?? 'word') : 'word';
  }

  #newlines(): void {
    while (this.#peek().type === 'newline') this.#take();
  }

  /** A compound list: lines of commands up to a word or operator that cannot begin one. */
  #list(mayBeEmpty = false): Script {
    const items: Script['items'][number][] = [];
    this.#newlines();
    while (!this.#endsList()) {
      const command = this.#andOr();
      const background = this.#accept('&');
      items.push({ command, background });
      const separated = background || this.#accept(';') || this.#peek().type === 'newline';
      this.#newlines();
      if (!separated) break;
    }
    if (items.length === 0 && !mayBeEmpty && this.#peek().type !== 'end') this.#unexpected();
    return { kind: 'script', items };
  }

  #endsList(): boolean {
    const token = this.#peek();
    if (token.type === 'end') return true;
    if (token.type === 'operator') return token.text === ')' || token.text === ';;' || token.text === ';&';
    const word = this.#keyword();
    return word !== undefined && ['}', 'do', 'done', 'elif', 'else', 'esac', 'fi', 'then'].includes(word);
  }

  #andOr(): Command {
    let left = this.#pipeline();
    for (;;) {
      const kind = this.#at('&&') ? 'and' : this.#at('||') ? 'or' : undefined;
      if (!kind) return left;
      this.#take();
      this.#newlines();
      left = { kind, left, right: this.#pipeline() };
    }
  }

  #pipeline(): Command {
    let negated = false;
    while (this.#keyword() === '!') {
      this.#take();
      negated = !negated;
    }
    const commands = [this.#command()];
    while (this.#accept('|')) {
      this.#newlines();
      commands.push(this.#command());
    }
    return commands.length === 1 && !negated ? commands[0]! : { kind: 'pipeline', commands, negated };
  }

  #command(): Command {
    return this.#lexer.nested(() => {
      const compound = this.#compound();
      if (!compound) return this.#simple();
      const redirects: Redirect[] = [];
      while (this.#peek().type === 'redirect') redirects.push(this.#redirect());
      return redirects.length > 0 ? { kind: 'redirected', command: compound, redirects } : compound;
    });
  }

  #compound(): Command | undefined {
    const { line } = this.#peek();
    if (this.#accept('(')) {
      if (this.#lexer.dialect === 'bash' && this.#lexer.peek() === '(') return { kind: 'calculation', expression: this.#lexer.calculation(), line };
      const body = this.#list();
      if (!this.#at(')')) this.#unexpected('")"');
      this.#take();
      return { kind: 'subshell', body, line };
    }
    const word = this.#keyword();
    const { dialect } = this.#lexer;
    const token = this.#peek();
    if (dialect === 'bash' && token.type === 'word' && token.plain === '[[') return this.#condition();
    if (dialect !== 'dash' && token.type === 'word' && token.plain === 'function') return this.#functionKeyword();
    switch (word) {
      case '{': {
        this.#take();
        const body = this.#list();
        this.#expectKeyword('}');
        return { kind: 'group', body, line };
      }
      case 'if':
        return this.#if();
      case 'while':
      case 'until': {
        this.#take();
        const condition = this.#list();
        return { kind: word, condition, body: this.#doGroup() };
      }
      case 'for':
        return this.#for();
      case 'case':
        return this.#case();
      case undefined:
        return undefined;
      default:
        return this.#unexpected();
    }
  }

  #doGroup(): Script {
    this.#expectKeyword('do');
    const body = this.#list();
    this.#expectKeyword('done');
    return body;
  }

  #if(): Command {
    this.#take();
    const condition = this.#list();
    this.#expectKeyword('then');
    const then = this.#list();
    const word = this.#keyword();
    if (word === 'elif') return { kind: 'if', condition, then, otherwise: this.#if() };
    if (word === 'else') {
      this.#take();
      const otherwise = this.#list();
      this.#expectKeyword('fi');
      return { kind: 'if', condition, then, otherwise };
    }
    this.#expectKeyword('fi');
    return { kind: 'if', condition, then };
  }

  #for(): Command {
    this.#take();
    const token = this.#take();
    const { line } = token;
    if (token.type !== 'word' || token.plain === undefined || !NAME.test(token.plain)) this.#lexer.fail('Bad for loop variable');
    const name = token.plain;
    const { dialect } = this.#lexer;
    this.#newlines();
    let words: Word[] | undefined;
    const following = this.#peek();
    if (following.type === 'word' && following.plain === 'in') {
      this.#take();
      words = [];
      for (let next = this.#peek(); next.type === 'word'; next = this.#peek()) {
        words.push(next.word);
        this.#take();
      }
      if (!this.#accept(';') && this.#peek().type !== 'newline') this.#unexpected();
    } else this.#accept(';');
    this.#newlines();
    if (dialect !== 'dash' && this.#keyword() === '{') {
      this.#take();
      const body = this.#list();
      this.#expectKeyword('}');
      return { kind: 'for', name, ...(words && { words }), body, line };
    }
    return { kind: 'for', name, ...(words && { words }), body: this.#doGroup(), line };
  }

  #case(): Command {
    this.#take();
    const token = this.#take();
    if (token.type !== 'word') {
      this.#token = token;
      this.#unexpected('word');
    }
    this.#newlines();
    const keyword = this.#peek();
    if (keyword.type !== 'word' || keyword.plain !== 'in') this.#unexpected('"in"');
    this.#take();
    const items: CaseItem[] = [];
    for (this.#newlines(); this.#keyword() !== 'esac'; this.#newlines()) items.push(this.#caseItem());
    this.#take();
    return { kind: 'case', subject: token.word, items, line: token.line };
  }

  #caseItem(): CaseItem {
    this.#accept('(');
    const patterns: Word[] = [];
    do {
      const token = this.#peek();
      if (token.type !== 'word') this.#unexpected(patterns.length === 0 && token.type === 'end' ? '")"' : undefined);
      patterns.push((this.#take() as Extract<Token, { type: 'word' }>).word);
    } while (this.#accept('|'));
    if (!this.#accept(')')) this.#unexpected('")"');
    const body = this.#list(true);
    const through = this.#at(';&');
    if (!this.#accept(';;') && !this.#accept(';&') && this.#keyword() !== 'esac') this.#unexpected('";;"');
    return { patterns, body, through };
  }

  #functionKeyword(): Command {
    this.#take();
    const token = this.#take();
    if (token.type !== 'word' || token.plain === undefined) this.#lexer.fail('Bad function name');
    if (this.#accept('(') && !this.#accept(')')) this.#unexpected('")"');
    this.#newlines();
    return { kind: 'function', name: token.plain, body: this.#command() };
  }

  #condition(): Command {
    const { line } = this.#take();
    const words: Word[] = [];
    for (;;) {
      const token = this.#take();
      if (token.type === 'word' && token.plain === ']]') return { kind: 'condition', words, line };
      if (token.type === 'word') words.push(token.word);
      else if (token.type === 'operator' || token.type === 'redirect') words.push([{ kind: 'text', text: token.text, quoted: false }]);
      else if (token.type === 'end') this.#lexer.fail('Unterminated condition');
    }
  }

  #simple(): Command {
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    const { line } = this.#peek();
    for (;;) {
      const token = this.#peek();
      if (token.type === 'redirect') {
        redirects.push(this.#redirect());
        continue;
      }
      if (token.type === 'operator' && token.text === '(' && words.length === 1 && assignments.length === 0 && redirects.length === 0) {
        return this.#function(words[0]!);
      }
      if (token.type !== 'word') break;
      const assignment = words.length === 0 ? asAssignment(token.word, this.#lexer.dialect) : undefined;
      if (assignment) assignments.push(assignment);
      else words.push(token.word);
      this.#take();
    }
    if (assignments.length === 0 && words.length === 0 && redirects.length === 0) this.#unexpected();
    return { kind: 'simple', assignments, words, redirects, line };
  }

  #function(word: Word): Command {
    this.#take();
    if (this.#peek().type === 'word') throw new SyntaxFault(this.#lexer.line, { unexpected: 'word', expecting: '")"' });
    if (!this.#accept(')')) this.#unexpected('")"');
    const [first] = word;
    const only = word.length === 1 && first?.kind === 'text' && !first.quoted ? first.text : '';
    if (!(this.#lexer.dialect === 'dash' ? NAME : /^[^/=$]+$/).test(only)) this.#lexer.fail('Bad function name');
    this.#newlines();
    return { kind: 'function', name: only, body: this.#command() };
  }

  #redirect(): Redirect {
    const token = this.#take() as Extract<Token, { type: 'redirect' }>;
    const target = this.#peek();
    if (target.type !== 'word') this.#unexpected();
    this.#take();
    const fd = token.fd ?? (token.text[0] === '<' ? 0 : 1);
    if (token.text !== '<<' && token.text !== '<<-') return { operator: token.text as RedirectOperator, fd, target: target.word };
    const delimiter = target.word.map((part) => (part.kind === 'text' ? part.text : part.kind === 'parameter' ? `$${part.name}` : '')).join('');
    const quoted = target.word.some((part) => part.kind === 'text' && part.quoted);
    const pending: PendingHeredoc = { delimiter, stripTabs: token.text === '<<-', quoted, body: [] };
    this.#lexer.heredocs.push(pending);
    return {
      operator: '<<',
      fd,
      get target() {
        return pending.body;
      },
    };
  }
}

function parseSubstitution(lexer: Lexer, whole: boolean): Script {
  const parser = new Parser(lexer);
  return whole ? parser.all() : parser.substitution();
}

/** A word that begins with `name=` (or `name+=` in bash) as an assignment. */
function asAssignment(word: Word, dialect: Dialect): Assignment | undefined {
  const first = word[0];
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const match = ASSIGNMENT.exec(first.text);
  if (!match || (match[2] !== '' && dialect !== 'bash')) return undefined;
  const rest = first.text.slice(match[0].length);
  const value = rest === '' ? word.slice(1) : [{ ...first, text: rest }, ...word.slice(1)];
  return { name: match[1]!, append: match[2] !== '', value };
}
