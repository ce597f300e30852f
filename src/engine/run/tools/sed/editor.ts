/** Runs the commands of a sed script over lines. */
import type { Process } from '../../system/process.ts';
import { bounded } from '../regex.ts';
import type { Address, Command, Substitution } from './script.ts';

interface Line {
  readonly text: string;
  readonly newline: boolean;
}

/** How a cycle goes on after a command. */
type Next = undefined | 'cycle' | 'restart' | 'quit' | { readonly jump: string };

export class Editor {
  readonly #process: Process;
  readonly #commands: readonly Command[];
  readonly #silent: boolean;
  readonly #write: (text: string) => void;
  readonly #ranges = new Map<number, number | undefined>();
  readonly #active = new Set<number>();
  #lines: readonly Line[] = [];
  #at = 0;
  #pattern = '';
  #newline = true;
  #hold = '';
  #appended: string[] = [];
  #replaced = false;
  #lastRegex: RegExp | undefined;
  /** Set once `q` has ended the script. */
  quitStatus: number | undefined;

  constructor(process: Process, commands: readonly Command[], silent: boolean, write: (text: string) => void) {
    this.#process = process;
    this.#commands = commands;
    this.#silent = silent;
    this.#write = write;
  }

  /** Edits a text to its end, or up to `q`. */
  run(text: string): void {
    this.#lines = (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => ({ text: line.replace(/\n$/, ''), newline: line.endsWith('\n') }));
    this.#at = 0;
    while (this.#at < this.#lines.length && this.quitStatus === undefined) {
      this.#take();
      this.#cycle();
    }
  }

  #take(): void {
    const line = this.#lines[this.#at++]!;
    this.#pattern = line.text;
    this.#newline = line.newline;
  }

  #cycle(): void {
    for (let again = true; again; ) {
      again = false;
      this.#replaced = false;
      const next = this.#list(this.#commands);
      if (next === 'restart') again = true;
      else if (next !== 'cycle' && !this.#silent) this.#print(this.#pattern);
      this.#flush();
    }
  }

  #print(text: string): void {
    this.#write(text + (this.#newline || this.#at < this.#lines.length ? '\n' : ''));
  }

  #flush(): void {
    for (const text of this.#appended) this.#write(text);
    this.#appended = [];
  }

  #list(commands: readonly Command[]): Next {
    for (let i = 0; i < commands.length; i++) {
      this.#process.limits.step();
      const command = commands[i]!;
      if (!this.#selects(command)) continue;
      const next = command.block ? this.#list(command.block) : this.#execute(command);
      if (next === undefined) continue;
      if (typeof next === 'string') return next;
      if (next.jump === '') return undefined;
      const target = commands.findIndex((one) => one.name === ':' && one.text === next.jump);
      if (target < 0) return next;
      i = target;
    }
    return undefined;
  }

  #selects(command: Command): boolean {
    const { from, to, id } = command;
    if (!from) return !command.negated;
    if (!to) return this.#matches(from) !== command.negated;
    return this.#inRange(from, to, id) !== command.negated;
  }

  #inRange(from: Address, to: NonNullable<Command['to']>, id: number): boolean {
    const line = this.#at;
    if (this.#active.has(id)) {
      const end = this.#ranges.get(id);
      if (end !== undefined) {
        if (line >= end) this.#active.delete(id);
        return line <= end;
      }
      if (to.kind !== 'plus' && this.#matches(to)) this.#active.delete(id);
      return true;
    }
    const zero = from.kind === 'line' && from.n === 0 && line === 1 && this.#process.userland === 'gnu';
    if (!zero && !this.#matches(from)) return false;
    if (to.kind === 'plus') {
      this.#ranges.set(id, line + to.n);
      if (to.n > 0) this.#active.add(id);
    } else if (to.kind === 'line') {
      this.#ranges.set(id, to.n);
      if (to.n > line) this.#active.add(id);
    } else {
      this.#ranges.set(id, undefined);
      if (!(zero && this.#matches(to))) this.#active.add(id);
    }
    return true;
  }

  #matches(address: Address): boolean {
    switch (address.kind) {
      case 'line':
        return this.#at === address.n;
      case 'last':
        return this.#at >= this.#lines.length;
      case 'step':
        return address.step === 0 ? this.#at === address.first : this.#at >= address.first && (this.#at - address.first) % address.step === 0;
      case 'regex': {
        const regex = address.regex ?? this.#lastRegex;
        this.#lastRegex = regex;
        if (!regex) return false;
        regex.lastIndex = 0;
        return bounded(regex, this.#pattern).test(this.#pattern);
      }
    }
  }

  #execute(command: Command): Next {
    const text = command.text ?? '';
    switch (command.name) {
      case 's':
        this.#substitute(command.substitution!);
        return undefined;
      case 'd':
        return 'cycle';
      case 'D': {
        const end = this.#pattern.indexOf('\n');
        if (end < 0) return 'cycle';
        this.#pattern = this.#pattern.slice(end + 1);
        return 'restart';
      }
      case 'p':
        this.#write(`${this.#pattern}\n`);
        return undefined;
      case 'P':
        this.#write(`${this.#pattern.split('\n')[0]}\n`);
        return undefined;
      case 'n':
        if (this.#at >= this.#lines.length) return this.#silent ? 'cycle' : 'quit';
        if (!this.#silent) this.#print(this.#pattern);
        this.#flush();
        this.#take();
        return undefined;
      case 'N': {
        if (this.#at >= this.#lines.length) return 'quit';
        const before = this.#pattern;
        this.#flush();
        this.#take();
        this.#pattern = `${before}\n${this.#pattern}`;
        return undefined;
      }
      case 'g':
        this.#pattern = this.#hold;
        return undefined;
      case 'G':
        this.#pattern += `\n${this.#hold}`;
        return undefined;
      case 'h':
        this.#hold = this.#pattern;
        return undefined;
      case 'H':
        this.#hold += `\n${this.#pattern}`;
        return undefined;
      case 'x':
        [this.#pattern, this.#hold] = [this.#hold, this.#pattern];
        return undefined;
      case 'z':
        this.#pattern = '';
        return undefined;
      case 'y':
        this.#pattern = [...this.#pattern].map((c) => command.translation!.get(c) ?? c).join('');
        return undefined;
      case '=':
        this.#write(`${this.#at}\n`);
        return undefined;
      case 'i':
        this.#write(text);
        return undefined;
      case 'a':
        this.#appended.push(text);
        return undefined;
      case 'c':
        if (!command.to || command.negated || !this.#active.has(command.id)) this.#write(text);
        return 'cycle';
      case 'r': {
        const inode = this.#process.peek(text);
        if (inode?.type === 'file') this.#appended.push(this.#process.readFile(text));
        return undefined;
      }
      case 'w':
        this.#process.open(text, 'append').write(`${this.#pattern}\n`, this.#process);
        return undefined;
      case 'l':
        this.#write(`${visible(this.#pattern)}$\n`);
        return undefined;
      case 'b':
        return { jump: text };
      case 't':
      case 'T': {
        const taken = this.#replaced === (command.name === 't');
        this.#replaced = false;
        return taken ? { jump: text } : undefined;
      }
      case 'q':
      case 'Q':
        this.quitStatus = Number(text || '0');
        return command.name === 'q' ? 'quit' : 'cycle';
      default:
        return undefined;
    }
  }

  #substitute(substitution: Substitution): void {
    const regex = substitution.regex ?? (this.#lastRegex && new RegExp(this.#lastRegex.source, 'gs'));
    if (!regex) return;
    this.#lastRegex = regex;
    let n = 0;
    let changed = false;
    const before = this.#pattern;
    this.#process.limits.chargeBytes(before.length);
    const result = before.replace(bounded(regex, before), (...args: unknown[]) => {
      n++;
      const whole = args[0] as string;
      if (n < substitution.nth || (n > substitution.nth && !substitution.all)) return whole;
      changed = true;
      return fill(substitution, args as string[]);
    });
    if (!changed) return;
    this.#pattern = result;
    this.#replaced = true;
    if (substitution.print) this.#write(`${this.#pattern}\n`);
    if (substitution.file) this.#process.open(substitution.file, 'append').write(`${this.#pattern}\n`, this.#process);
  }
}

function fill(substitution: Substitution, groups: readonly (string | undefined)[]): string {
  let result = '';
  let fold = '';
  let once = '';
  for (const piece of substitution.replacement) {
    if ('fold' in piece) {
      if (piece.fold === 'u' || piece.fold === 'l') once = piece.fold;
      else fold = piece.fold === 'E' ? '' : piece.fold;
      continue;
    }
    const group = 'text' in piece ? piece.text : groups[piece.group];
    let text = typeof group === 'string' ? group : '';
    if (fold === 'U') text = text.toUpperCase();
    if (fold === 'L') text = text.toLowerCase();
    if (once !== '' && text !== '') {
      text = (once === 'u' ? text[0]!.toUpperCase() : text[0]!.toLowerCase()) + text.slice(1);
      once = '';
    }
    result += text;
  }
  return result;
}

function visible(text: string): string {
  const names: Record<string, string> = { '\\': '\\\\', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' };
  return text.replace(/[\\\x00-\x1f\x7f-\xff]/g, (c) => names[c] ?? `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
