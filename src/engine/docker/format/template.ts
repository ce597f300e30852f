/** Go templates as `--format` has them: `text/template` with docker's functions. */
import { arity, CallFault, functions, truth, typeName } from './template-functions.ts';
import { TemplateFault } from './template-lexer.ts';
import { parseTemplate, type Command, type Operand, type Pipeline, type Source, type Statement } from './template-parser.ts';
import { entriesOf, isList, isMap, isStruct, printed, toJson, type Value } from './value.ts';

/** How a field that is not there is spoken of: a struct's type, or nothing for maps. */
export interface EvaluationOptions {
  /** Go's name for the type of the structs in it: `*formatter.imageContext`. */
  readonly type?: string;
  /** What `{{json .}}` gives of the whole value, where that is not its fields in order. */
  readonly json?: string;
  /** What `json` indents by; buildx does, and escapes `<`, `>` and `&` as it does so. */
  readonly indent?: string;
}

/** A template that was read. */
export interface Template {
  /** The text for a value; what was written before an error comes with it. */
  run(value: Value, options?: EvaluationOptions): { readonly text: string; readonly error?: string };
}

const names = new Set(functions.keys());
const mostSteps = 200_000;
const mostText = 4 << 20;

/** Reads a template; the error is what docker prints behind `template parsing error: `. */
export function template(source: string): Template | { readonly error: string } {
  let tree: readonly Statement[];
  try {
    tree = parseTemplate(source, names);
  } catch (fault) {
    if (!(fault instanceof TemplateFault)) throw fault;
    return { error: `template: :1: ${fault.message}` };
  }
  return {
    run(value, options = {}) {
      const run = new Run(value, options);
      try {
        run.list(tree, value);
        return { text: run.text };
      } catch (fault) {
        if (fault instanceof EvaluationFault) return { text: run.text, error: `template: :1:${fault.at}: executing "" at <${fault.source}>: ${fault.message}` };
        if (fault instanceof Jump) return { text: run.text };
        throw fault;
      }
    },
  };
}

class EvaluationFault extends Error {
  readonly at: number;
  readonly source: string;
  constructor(message: string, { at, source }: Source) {
    super(message);
    this.at = at;
    this.source = source;
  }
}

/** `{{break}}` and `{{continue}}`. */
class Jump extends Error {
  readonly kind: 'break' | 'continue';
  constructor(kind: 'break' | 'continue') {
    super(kind);
    this.kind = kind;
  }
}

class Run {
  text = '';
  readonly #root: Value;
  readonly #options: EvaluationOptions;
  readonly #variables: { readonly name: string; value: Value }[] = [];
  #steps = 0;

  constructor(root: Value, options: EvaluationOptions) {
    this.#root = root;
    this.#options = options;
    this.#variables.push({ name: '$', value: root });
  }

  list(statements: readonly Statement[], dot: Value): void {
    const known = this.#variables.length;
    for (const statement of statements) this.#statement(statement, dot);
    this.#variables.length = known;
  }

  #statement(statement: Statement, dot: Value): void {
    if (++this.#steps > mostSteps || this.text.length > mostText) throw new EvaluationFault('the template takes more steps than are simulated', { at: 0, source: '' });
    switch (statement.kind) {
      case 'text':
        this.text += statement.text;
        return;
      case 'action': {
        const value = this.#pipeline(statement.pipeline, dot);
        if (!statement.pipeline.declares) this.text += value === null ? '<no value>' : printed(value);
        return;
      }
      case 'break':
      case 'continue':
        throw new Jump(statement.kind);
      case 'range':
        this.#range(statement, dot);
        return;
      default: {
        const known = this.#variables.length;
        const value = this.#pipeline(statement.pipeline, dot);
        if (truth(value)) this.list(statement.body, statement.kind === 'with' ? value : dot);
        else this.list(statement.otherwise, dot);
        this.#variables.length = known;
      }
    }
  }

  #range(statement: Extract<Statement, { kind: 'range' | 'if' | 'with' }>, dot: Value): void {
    const known = this.#variables.length;
    const { pipeline } = statement;
    const value = this.#pipeline({ commands: pipeline.commands }, dot);
    const source = pipeline.commands[0]?.operands[0] ?? { at: 0, source: '' };
    const items = this.#items(value, source);
    if (items.length === 0) this.list(statement.otherwise, dot);
    for (const [key, item] of items) {
      const declared = pipeline.declares?.names ?? [];
      if (declared.length === 1) this.#variables.push({ name: declared[0] ?? '', value: item });
      if (declared.length === 2) this.#variables.push({ name: declared[0] ?? '', value: key }, { name: declared[1] ?? '', value: item });
      try {
        this.list(statement.body, item);
      } catch (jump) {
        if (!(jump instanceof Jump)) throw jump;
        if (jump.kind === 'break') break;
      } finally {
        this.#variables.length = known;
      }
    }
  }

  #items(value: Value, source: Source): readonly (readonly [Value, Value])[] {
    if (value === null || value === undefined) return [];
    if (isList(value)) return value.map((item, at) => [at, item]);
    if (isMap(value)) return entriesOf(value);
    if (typeof value === 'number' && Number.isInteger(value) && value <= mostSteps) return Array.from({ length: Math.max(0, value) }, (_, at) => [at, at]);
    throw new EvaluationFault(`range can't iterate over ${printed(value)}`, source);
  }

  #pipeline({ commands, declares }: Pipeline, dot: Value): Value {
    let value: Value;
    commands.forEach((command, at) => {
      value = this.#command(command, dot, at === 0 ? [] : [value]);
    });
    for (const name of declares?.names ?? []) {
      const known = declares?.assigns ? this.#variables.findLast((variable) => variable.name === name) : undefined;
      if (known) known.value = value;
      else this.#variables.push({ name, value });
    }
    return value;
  }

  #command({ operands }: Command, dot: Value, final: readonly Value[]): Value {
    const [head, ...rest] = operands;
    if (!head) return null;
    if (++this.#steps > mostSteps) throw new EvaluationFault('the template takes more steps than are simulated', head);
    if (head.kind === 'function') return this.#call(head, rest, dot, final);
    if (rest.length > 0 || final.length > 0) {
      if (head.kind === 'fields' && head.names.length > 0) throw new EvaluationFault(`${head.names.at(-1)} is not a method but has arguments`, head);
      throw new EvaluationFault(`can't give argument to non-function ${head.source}`, head);
    }
    return this.#operand(head, dot);
  }

  #call(head: Extract<Operand, { kind: 'function' }> & Source, rest: readonly (Operand & Source)[], dot: Value, final: readonly Value[]): Value {
    const { name } = head;
    if (name === 'and' || name === 'or') {
      let last: Value = null;
      for (const operand of rest) {
        last = this.#operand(operand, dot);
        if (truth(last) === (name === 'or')) return last;
      }
      return final.length > 0 ? final[0] : last;
    }
    const args = [...rest.map((operand) => this.#operand(operand, dot)), ...final];
    if (name === 'json' && args[0] === this.#root && this.#options.json !== undefined) return this.#options.json;
    if (name === 'json' && args.length === 1 && this.#options.indent !== undefined) return toJson(args[0], true, this.#options.indent);
    const [least, most] = arity[name] ?? [0, Infinity];
    if (args.length < least || args.length > most) throw new EvaluationFault(`wrong number of args for ${name}: want ${least === most ? least : `at least ${least}`} got ${args.length}`, head);
    try {
      return functions.get(name)?.(...args);
    } catch (fault) {
      if (!(fault instanceof CallFault)) throw fault;
      throw new EvaluationFault(fault.message.startsWith('wrong type') ? fault.message : `error calling ${name}: ${fault.message}`, head);
    }
  }

  #operand(operand: Operand & Source, dot: Value): Value {
    switch (operand.kind) {
      case 'constant':
        return operand.value;
      case 'function':
        return this.#call(operand, [], dot, []);
      case 'pipeline':
        return this.#pipeline(operand.pipeline, dot);
      default: {
        const { from } = operand;
        const start = from === '.' ? dot : 'variable' in from ? this.#variables.findLast(({ name }) => name === from.variable)?.value : this.#pipeline(from, dot);
        return operand.names.reduce((value: Value, name) => this.#field(value, name, operand), start);
      }
    }
  }

  #field(value: Value, name: string, operand: Source): Value {
    if (isMap(value)) {
      if (!value.has(name)) throw new EvaluationFault(`map has no entry for key "${name}"`, operand);
      return value.get(name) ?? null;
    }
    if (isStruct(value)) {
      if (Object.hasOwn(value, name)) return value[name] ?? null;
      throw new EvaluationFault(this.#options.type === undefined ? `map has no entry for key "${name}"` : `can't evaluate field ${name} in type ${value === this.#root ? this.#options.type : 'interface {}'}`, operand);
    }
    if (value === null || value === undefined) throw new EvaluationFault(`nil pointer evaluating interface {}.${name}`, operand);
    throw new EvaluationFault(`can't evaluate field ${name} in type ${typeName(value)}`, operand);
  }
}
