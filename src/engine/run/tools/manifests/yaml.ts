/**
 * The part of YAML that manifests and lock files are written in: block and flow mappings and sequences, plain and quoted
 * scalars, `|` and `>` texts, comments. Anchors, tags and several documents are not read.
 */

export type Yaml = string | number | boolean | null | readonly Yaml[] | { readonly [key: string]: Yaml };

export type YamlResult = { readonly value: Yaml } | { readonly error: string; readonly line: number };

interface Line {
  readonly indent: number;
  /** Without indentation and comment. */
  readonly text: string;
  /** As it stands, for block texts. */
  readonly raw: string;
  readonly number: number;
}

const DEPTH = 64;

/** Raised inside the reader and caught by `readYaml`. */
class Malformed extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** A document's value; null where it is empty. */
export function readYaml(text: string): YamlResult {
  try {
    const reader = new BlockReader(text);
    return { value: reader.document() };
  } catch (fault) {
    if (fault instanceof Malformed) return { error: fault.message, line: fault.line };
    throw fault;
  }
}

/** The entries of a mapping; none where it is something else. */
export function mappingOf(value: Yaml | undefined): { readonly [key: string]: Yaml } {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

/** The items of a sequence; none where it is something else. */
export function sequenceOf(value: Yaml | undefined): readonly Yaml[] {
  return isList(value) ? value : [];
}

function isList(value: Yaml | undefined): value is readonly Yaml[] {
  return Array.isArray(value);
}

class BlockReader {
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.split(/\r?\n/).map((raw, i) => {
      const body = raw.trimStart();
      return { indent: raw.length - body.length, text: withoutComment(body), raw, number: i + 1 };
    });
  }

  document(depth = 0): Yaml {
    this.#skip();
    while (/^(---|%)/.test(this.#lines[this.#at]?.text ?? '')) {
      this.#at++;
      this.#skip();
    }
    const first = this.#lines[this.#at];
    if (!first) return null;
    const value = this.#block(first.indent, depth);
    this.#skip();
    const rest = this.#lines[this.#at];
    if (rest && rest.text !== '---' && rest.text !== '...') throw new Malformed('bad indentation of a mapping entry', rest.number);
    return value;
  }

  #skip(): void {
    while (this.#lines[this.#at]?.text === '') this.#at++;
  }

  #block(indent: number, depth: number): Yaml {
    const line = this.#lines[this.#at]!;
    if (depth > DEPTH) throw new Malformed('nested too deeply', line.number);
    if (line.text === '-' || line.text.startsWith('- ')) return this.#sequence(indent, depth);
    if (keyOf(line.text)) return this.#mapping(indent, depth);
    this.#at++;
    return this.#scalar(line.text, line, indent);
  }

  #sequence(indent: number, depth: number): Yaml {
    const items: Yaml[] = [];
    for (let line = this.#next(); line?.indent === indent && (line.text === '-' || line.text.startsWith('- ')); line = this.#next()) {
      const rest = line.text.slice(1).trimStart();
      const column = indent + line.text.length - rest.length;
      if (rest !== '' && (keyOf(rest) || rest.startsWith('- '))) items.push(new BlockReader(this.#below(line, column, rest)).document(depth + 1));
      else {
        this.#at++;
        items.push(rest === '' ? this.#nested(indent + 1, depth) : this.#scalar(rest, line, indent));
      }
    }
    return items;
  }

  /** What belongs to an item that begins on the line of its dash, as a text of its own. */
  #below(line: Line, column: number, rest: string): string {
    const lines = [' '.repeat(column) + rest];
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const one = this.#lines[this.#at]!;
      if (one.text !== '' && one.indent <= line.indent) break;
      lines.push(one.raw);
    }
    return lines.join('\n');
  }

  #mapping(indent: number, depth: number): Yaml {
    const entries = new Map<string, Yaml>();
    for (let line = this.#next(); line?.indent === indent; line = this.#next()) {
      const found = keyOf(line.text);
      if (!found) throw new Malformed('can not read an implicit mapping pair; a colon is missed', line.number);
      this.#at++;
      entries.set(found.key, found.rest === '' ? this.#nested(indent, depth) : this.#scalar(found.rest, line, indent));
    }
    const after = this.#next();
    if (after && after.indent > indent) throw new Malformed('bad indentation of a mapping entry', after.number);
    return Object.fromEntries(entries);
  }

  /** The value below a key or a dash that stands alone; a sequence may stand at the key's own column. */
  #nested(indent: number, depth: number): Yaml {
    const line = this.#next();
    if (!line) return null;
    if (line.indent > indent || (line.indent === indent && (line.text === '-' || line.text.startsWith('- ')))) return this.#block(line.indent, depth + 1);
    return null;
  }

  #next(): Line | undefined {
    this.#skip();
    const line = this.#lines[this.#at];
    return line?.text === '---' || line?.text === '...' ? undefined : line;
  }

  #scalar(text: string, line: Line, indent: number): Yaml {
    const style = /^([|>])[+-]?\d*$/.exec(text)?.[1];
    if (style) return this.#text(style, indent, text.includes('-'));
    if (!/^[[{"']/.test(text)) return plain(text);
    let whole = text;
    for (let more = 0; !balanced(whole) && this.#at < this.#lines.length && more < 10_000; more++) whole += ` ${this.#lines[this.#at++]!.text}`;
    const flow = new FlowReader(whole, line.number);
    return flow.all();
  }

  #text(style: string, indent: number, strip: boolean): string {
    const lines: string[] = [];
    for (; this.#at < this.#lines.length; this.#at++) {
      const one = this.#lines[this.#at]!;
      if (one.raw.trim() !== '' && one.indent <= indent) break;
      lines.push(one.raw);
    }
    const margin = Math.min(...lines.filter((one) => one.trim() !== '').map((one) => one.length - one.trimStart().length), 1000);
    const body = lines.map((one) => one.slice(margin)).join(style === '|' ? '\n' : ' ').trimEnd();
    return strip ? body : `${body}\n`;
  }
}

/** `[a, b]`, `{a: b}` and quoted scalars. */
class FlowReader {
  readonly #text: string;
  readonly #line: number;
  #at = 0;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  all(): Yaml {
    const value = this.#value(0, '');
    if (this.#peek() !== '') throw new Malformed('unexpected end of the flow collection', this.#line);
    return value;
  }

  #peek(): string {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#text[this.#at] ?? '';
  }

  #value(depth: number, ends: string): Yaml {
    const c = this.#peek();
    if (depth > DEPTH) throw new Malformed('nested too deeply', this.#line);
    if (c === '[' || c === '{') return this.#collection(c, depth);
    if (c === '"' || c === "'") return this.#quoted(c);
    const start = this.#at;
    while (this.#at < this.#text.length && !ends.includes(this.#text[this.#at]!)) this.#at++;
    return plain(this.#text.slice(start, this.#at).trim());
  }

  #collection(open: string, depth: number): Yaml {
    const close = open === '[' ? ']' : '}';
    const items: Yaml[] = [];
    const entries: [string, Yaml][] = [];
    this.#at++;
    for (;;) {
      if (this.#peek() === close) break;
      if (this.#peek() === '') throw new Malformed(`missed ${close}`, this.#line);
      const value = this.#value(depth + 1, open === '[' ? ',]' : ',}:');
      if (open === '[') items.push(value);
      else if (this.#peek() === ':') {
        this.#at++;
        entries.push([String(value), this.#value(depth + 1, ',}')]);
      } else entries.push([String(value), null]);
      if (this.#peek() === ',') this.#at++;
      else if (this.#peek() !== close) throw new Malformed('missed comma between flow collection entries', this.#line);
    }
    this.#at++;
    return open === '[' ? items : Object.fromEntries(entries);
  }

  #quoted(quote: string): string {
    const end = endOfQuoted(this.#text, this.#at);
    if (end < 0) throw new Malformed('unexpected end of the stream within a quoted scalar', this.#line);
    const body = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return quote === "'" ? body.replaceAll("''", "'") : body.replace(/\\(.)/g, (_, c: string) => ({ n: '\n', t: '\t', r: '\r', 0: '\0' })[c] ?? c);
  }
}

/** Index of the quote that closes the one at `start`, or -1. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start]!;
  for (let i = start + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i;
    }
  }
  return -1;
}

function keyOf(text: string): { readonly key: string; readonly rest: string } | undefined {
  if (text[0] === '"' || text[0] === "'") {
    const end = endOfQuoted(text, 0);
    const after = text.slice(end + 1).trimStart();
    if (end < 0 || !/^:(\s|$)/.test(after)) return undefined;
    return { key: text.slice(1, end).replaceAll(text[0] === "'" ? "''" : '\\"', text[0]), rest: after.slice(1).trimStart() };
  }
  if (text[0] === '{' || text[0] === '[') return undefined;
  const at = /:(\s|$)/.exec(text);
  return at ? { key: text.slice(text.startsWith('? ') ? 2 : 0, at.index).trimEnd(), rest: text.slice(at.index + 1).trimStart() } : undefined;
}

function withoutComment(text: string): string {
  if (!text.includes('#')) return text.trimEnd();
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if ((c === '"' || c === "'") && (i === 0 || /[\s,[{:]/.test(text[i - 1]!))) {
      const end = endOfQuoted(text, i);
      if (end > 0) i = end;
    } else if (c === '#' && (i === 0 || /\s/.test(text[i - 1]!))) return text.slice(0, i).trimEnd();
  }
  return text.trimEnd();
}

function balanced(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if ((c === '"' || c === "'") && (i === 0 || /[\s,[{:]/.test(text[i - 1]!))) {
      i = endOfQuoted(text, i);
      if (i < 0) return false;
    } else if (c === '[' || c === '{') depth++;
    else if (c === ']' || c === '}') depth--;
  }
  return depth <= 0;
}

function plain(text: string): Yaml {
  if (/^(~|null|Null|NULL|)$/.test(text)) return null;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  return /^[-+]?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : text;
}
