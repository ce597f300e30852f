/**
 * The part of TOML 1.0 that manifests and lock files are written in: tables, arrays of tables, dotted and quoted keys,
 * all four kinds of strings, numbers, booleans, arrays and inline tables. Dates are read as texts.
 */

export type Toml = string | number | boolean | readonly Toml[] | TomlTable;

export interface TomlTable {
  readonly [key: string]: Toml;
}

export type TomlResult = { readonly value: TomlTable } | { readonly error: string; readonly line: number };

type Draft = Record<string, unknown>;

const DEPTH = 64;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b', '"': '"', '\\': '\\' };

/** Raised inside the reader and caught by `readToml`. */
class Malformed extends Error {}

/** A document's root table, or what is wrong with it and in which line. */
export function readToml(text: string): TomlResult {
  const reader = new Reader(text);
  try {
    return { value: reader.document() as TomlTable };
  } catch (fault) {
    if (fault instanceof Malformed) return { error: fault.message, line: reader.line() };
    throw fault;
  }
}

/** The table under a chain of keys; empty where there is none. */
export function tableAt(root: TomlTable, ...keys: readonly string[]): TomlTable {
  let at: Toml | undefined = root;
  for (const key of keys) at = isTable(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return isTable(at) ? at : {};
}

/** The tables of an array of tables; empty where there is none. */
export function tablesAt(root: TomlTable, key: string): readonly TomlTable[] {
  const value = Object.hasOwn(root, key) ? root[key] : undefined;
  return Array.isArray(value) ? value.filter(isTable) : [];
}

/** Whether a value is a table. */
export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  }

  line(): number {
    return this.#text.slice(0, this.#at).split('\n').length;
  }

  document(): Draft {
    const root = newTable();
    const declared = new Set<Draft>();
    let current = root;
    for (;;) {
      this.#skip(true);
      if (this.#at >= this.#text.length) return root;
      if (this.#take('[[')) {
        const keys = this.#keys();
        this.#expect(']]');
        const parent = this.#descend(root, keys.slice(0, -1));
        const last = keys.at(-1)!;
        const list = (parent[last] ??= []);
        if (!Array.isArray(list)) throw new Malformed(`cannot extend ${keys.join('.')}: not an array of tables`);
        current = newTable();
        list.push(current);
      } else if (this.#take('[')) {
        const keys = this.#keys();
        this.#expect(']');
        current = this.#descend(root, keys);
        if (declared.has(current)) throw new Malformed(`duplicate table ${keys.join('.')}`);
        declared.add(current);
      } else this.#pair(current, 0);
      this.#skip(false);
      if (this.#at < this.#text.length && this.#text[this.#at] !== '\n') throw new Malformed('expected newline');
    }
  }

  #pair(table: Draft, depth: number): void {
    const keys = this.#keys();
    this.#expect('=');
    const parent = this.#descend(table, keys.slice(0, -1));
    const last = keys.at(-1)!;
    if (Object.hasOwn(parent, last)) throw new Malformed(`duplicate key \`${last}\``);
    parent[last] = this.#value(depth);
  }

  #descend(table: Draft, keys: readonly string[]): Draft {
    let at = table;
    for (const key of keys) {
      const next = Object.hasOwn(at, key) ? at[key] : (at[key] = newTable());
      const inner: unknown = Array.isArray(next) ? next.at(-1) : next;
      if (!isTable(inner)) throw new Malformed(`key \`${key}\` is not a table`);
      at = inner as Draft;
    }
    return at;
  }

  #keys(): string[] {
    const keys: string[] = [];
    do {
      this.#skip(false);
      const quote = this.#text[this.#at];
      if (quote === '"' || quote === "'") keys.push(this.#string());
      else {
        const word = this.#match(/[A-Za-z0-9_-]+/y);
        if (word === undefined) throw new Malformed('invalid key');
        keys.push(word);
      }
      this.#skip(false);
    } while (this.#take('.'));
    return keys;
  }

  #value(depth: number): unknown {
    if (depth > DEPTH) throw new Malformed('too deeply nested');
    this.#skip(false);
    const first = this.#text[this.#at];
    if (first === '"' || first === "'") return this.#string();
    if (first === '[') return this.#array(depth);
    if (first === '{') return this.#inlineTable(depth);
    const word = this.#match(/[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?/y);
    if (word === undefined) throw new Malformed('invalid value');
    if (word === 'true' || word === 'false') return word === 'true';
    if (/^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(word)) return word;
    const number = Number(word.replaceAll('_', '').replace(/^\+/, ''));
    if (!Number.isNaN(number)) return number;
    if (/^[+-]?(inf|nan)$/.test(word)) return word.endsWith('nan') ? NaN : word[0] === '-' ? -Infinity : Infinity;
    throw new Malformed('invalid value');
  }

  #array(depth: number): unknown[] {
    this.#expect('[');
    const values: unknown[] = [];
    for (;;) {
      this.#skip(true);
      if (this.#take(']')) return values;
      values.push(this.#value(depth + 1));
      this.#skip(true);
      if (!this.#take(',') && this.#text[this.#at] !== ']') throw new Malformed('unclosed array, expected `]`');
    }
  }

  #inlineTable(depth: number): Draft {
    this.#expect('{');
    const table = newTable();
    for (;;) {
      this.#skip(true);
      if (this.#take('}')) return table;
      this.#pair(table, depth + 1);
      this.#skip(true);
      if (!this.#take(',') && this.#text[this.#at] !== '}') throw new Malformed('invalid inline table, expected `}`');
    }
  }

  #string(): string {
    const quote = this.#text[this.#at]!;
    const long = this.#text.startsWith(quote.repeat(3), this.#at);
    const open = quote.repeat(long ? 3 : 1);
    this.#at += open.length;
    if (long && this.#text[this.#at] === '\n') this.#at++;
    let value = '';
    for (;;) {
      const c = this.#text[this.#at];
      if (c === undefined || (!long && c === '\n')) throw new Malformed(`invalid string, expected \`${quote}\``);
      if (this.#text.startsWith(open, this.#at)) {
        this.#at += open.length;
        while (long && this.#text[this.#at] === quote) {
          value += quote;
          this.#at++;
        }
        return value;
      }
      this.#at++;
      value += c === '\\' && quote === '"' ? this.#escape() : c;
    }
  }

  #escape(): string {
    const folded = this.#match(/[ \t]*\n\s*/y);
    if (folded !== undefined) return '';
    const c = this.#text[this.#at++] ?? '';
    const simple = ESCAPES[c];
    if (simple !== undefined) return simple;
    const digits = c === 'u' ? this.#match(/[0-9a-fA-F]{4}/y) : c === 'U' ? this.#match(/00[0-9a-fA-F]{6}/y) : undefined;
    const code = digits === undefined ? undefined : parseInt(digits, 16);
    if (code === undefined || code > 0x10ffff) throw new Malformed('invalid escape sequence');
    return String.fromCodePoint(code);
  }

  /** Passes blanks and comments, newlines too where they mean nothing. */
  #skip(newlines: boolean): void {
    this.#match(newlines ? /(?:[ \t\n]|#[^\n]*)*/y : /[ \t]*(?:#[^\n]*)?/y);
  }

  #take(what: string): boolean {
    if (!this.#text.startsWith(what, this.#at)) return false;
    this.#at += what.length;
    return true;
  }

  #expect(what: string): void {
    this.#skip(false);
    if (!this.#take(what)) throw new Malformed(`expected \`${what}\``);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }
}

/** Without a prototype, so that a key `__proto__` is a key like any other. */
function newTable(): Draft {
  return Object.create(null) as Draft;
}
