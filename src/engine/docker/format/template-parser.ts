/** The tree of a Go template (`text/template/parse`). */
import { lex, TemplateFault, type Part, type Word } from './template-lexer.ts';

/** What stands between blanks in an action. */
export type Operand =
  | { readonly kind: 'constant'; readonly value: null | boolean | number | string }
  /** `.`, `.A.B`, `$x.A`, `(pipeline).A`. */
  | { readonly kind: 'fields'; readonly from: '.' | { readonly variable: string } | Pipeline; readonly names: readonly string[] }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline };

/** A function with its arguments, or one operand. */
export interface Command {
  readonly operands: readonly (Operand & Source)[];
}

/** Where something stands: for messages. Go places a chain of fields at its second. */
export interface Source {
  readonly source: string;
  readonly at: number;
}

/** Commands joined by `|`. */
export interface Pipeline {
  readonly commands: readonly Command[];
  /** `$x := …`, `$x = …`. */
  readonly declares?: { readonly names: readonly string[]; readonly assigns: boolean };
}

/** Text or an action. */
export type Statement =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: Pipeline }
  | { readonly kind: 'if' | 'with' | 'range'; readonly pipeline: Pipeline; readonly body: readonly Statement[]; readonly otherwise: readonly Statement[] }
  | { readonly kind: 'break' | 'continue' };

/** Parses a template; `functions` are the names it may call. Throws `TemplateFault`. */
export function parseTemplate(template: string, functions: ReadonlySet<string>): readonly Statement[] {
  return new TemplateParser(lex(template), functions).all();
}

const deepest = 100;

class TemplateParser {
  readonly #parts: readonly Part[];
  readonly #functions: ReadonlySet<string>;
  readonly #variables: string[] = ['$'];
  #next = 0;
  #words: readonly Word[] = [];
  #at = 0;
  #depth = 0;

  constructor(parts: readonly Part[], functions: ReadonlySet<string>) {
    this.#parts = parts;
    this.#functions = functions;
  }

  all(): readonly Statement[] {
    const { body, end } = this.#list();
    if (end !== undefined) throw new TemplateFault(`unexpected {{${end}}}`);
    return body;
  }

  /** Statements up to `{{end}}` or `{{else …}}`; the words of an `else` are left to be read. */
  #list(): { readonly body: readonly Statement[]; readonly end?: 'end' | 'else' } {
    if (++this.#depth > deepest) throw new TemplateFault('template nests too deeply');
    const body: Statement[] = [];
    while (this.#next < this.#parts.length) {
      const part = this.#parts[this.#next++]!;
      if ('text' in part) {
        body.push({ kind: 'text', text: part.text });
        continue;
      }
      this.#words = part.words;
      this.#at = 0;
      const first = this.#peek();
      if (first.kind === 'name' && (first.text === 'end' || first.text === 'else')) {
        this.#at++;
        this.#depth--;
        if (first.text === 'end') this.#expectEnd('end');
        return { body, end: first.text };
      }
      body.push(this.#statement(first));
    }
    this.#depth--;
    return { body };
  }

  #statement(first: Word): Statement {
    if (first.kind === 'name') {
      switch (first.text) {
        case 'if':
        case 'with':
        case 'range':
          this.#at++;
          return this.#branch(first.text);
        case 'break':
        case 'continue':
          this.#at++;
          this.#expectEnd(first.text);
          return { kind: first.text };
        case 'define':
        case 'block':
        case 'template':
          throw new TemplateFault(`{{${first.text}}} is not simulated here`);
        default:
      }
    }
    const pipeline = this.#pipeline('command', 'end');
    return { kind: 'action', pipeline };
  }

  #branch(kind: 'if' | 'with' | 'range'): Statement {
    const known = this.#variables.length;
    const pipeline = this.#pipeline(kind, 'end');
    const { body, end } = this.#list();
    if (end === undefined) throw new TemplateFault('unexpected EOF');
    let otherwise: readonly Statement[] = [];
    if (end === 'else') {
      const next = this.#peek();
      if (kind !== 'range' && next.kind === 'name' && next.text === kind) {
        this.#at++;
        otherwise = [this.#branch(kind)];
      } else {
        this.#expectEnd('else');
        const rest = this.#list();
        if (rest.end === undefined) throw new TemplateFault('unexpected EOF');
        if (rest.end === 'else') throw new TemplateFault(`expected end; found {{else}}`);
        otherwise = rest.body;
      }
    }
    this.#variables.length = known;
    return { kind, pipeline, body, otherwise };
  }

  #pipeline(context: string, until: 'end' | ')'): Pipeline {
    const declares = this.#declares();
    const commands: Command[] = [];
    for (;;) {
      const operands: (Operand & Source)[] = [];
      for (;;) {
        const next = this.#peek();
        const stops = until === 'end' ? next.kind === 'end' : next.kind === 'mark' && next.text === ')';
        if (stops || (next.kind === 'mark' && next.text === '|')) break;
        operands.push(this.#operand(context));
      }
      const next = this.#peek();
      if (operands.length === 0) throw new TemplateFault(commands.length === 0 ? `missing value for ${context}` : `missing value for command`);
      const [head] = operands;
      if (commands.length > 0 && head?.kind === 'constant') throw new TemplateFault(`non executable command in pipeline stage ${commands.length + 1}`);
      commands.push({ operands });
      this.#at++;
      if (!(next.kind === 'mark' && next.text === '|')) break;
    }
    if (declares && !declares.assigns) this.#variables.push(...declares.names);
    return { commands, ...(declares && { declares }) };
  }

  #declares(): Pipeline['declares'] {
    const [first, second, third, fourth] = this.#words.slice(this.#at, this.#at + 4);
    if (first?.kind !== 'variable' || second?.kind !== 'mark') return undefined;
    if (second.text === ':=' || second.text === '=') {
      this.#at += 2;
      return { names: [first.text], assigns: second.text === '=' };
    }
    if (second.text !== ',' || third?.kind !== 'variable' || fourth?.text !== ':=') return undefined;
    this.#at += 4;
    return { names: [first.text, third.text], assigns: false };
  }

  #operand(context: string): Operand & Source {
    const word = this.#words[this.#at++]!;
    const source = { source: word.kind === 'string' ? JSON.stringify(word.text) : word.text, at: word.at };
    switch (word.kind) {
      case 'string':
        return { kind: 'constant', value: word.text, ...source };
      case 'number':
        return { kind: 'constant', value: Number(word.text), ...source };
      case 'field': {
        const names = word.text.split('.').filter((name) => name !== '');
        return { kind: 'fields', from: '.', names, ...source, at: word.at + (names.length > 1 ? (names[0]?.length ?? 0) + 1 : 0) };
      }
      case 'variable': {
        const [variable = '$', ...names] = word.text.split('.');
        if (!this.#variables.includes(variable)) throw new TemplateFault(`undefined variable "${variable}"`);
        return { kind: 'fields', from: { variable }, names, ...source };
      }
      case 'name':
        if (word.text === 'true' || word.text === 'false') return { kind: 'constant', value: word.text === 'true', ...source };
        if (word.text === 'nil') return { kind: 'constant', value: null, ...source };
        if (!this.#functions.has(word.text)) throw new TemplateFault(`function "${word.text}" not defined`);
        return { kind: 'function', name: word.text, ...source };
      case 'mark': {
        if (word.text !== '(') throw new TemplateFault(`unexpected <${word.text}> in ${context}`);
        if (++this.#depth > deepest) throw new TemplateFault('template nests too deeply');
        const pipeline = this.#pipeline('parenthesized pipeline', ')');
        this.#depth--;
        const after = this.#peek();
        if (after.kind === 'field' && after.text !== '.' && this.#words[this.#at - 1]?.at === after.at - 1) {
          this.#at++;
          return { kind: 'fields', from: pipeline, names: after.text.split('.').filter((name) => name !== ''), ...source };
        }
        return { kind: 'pipeline', pipeline, ...source };
      }
      default:
        throw new TemplateFault(`unexpected "}" in ${context}`);
    }
  }

  #peek(): Word {
    return this.#words[this.#at] ?? { kind: 'end', text: '', at: 0 };
  }

  #expectEnd(after: string): void {
    const next = this.#peek();
    if (next.kind !== 'end') throw new TemplateFault(`unexpected <${next.text}> in ${after}`);
  }
}
