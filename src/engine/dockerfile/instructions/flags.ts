import type { Message } from '../../source/message.ts';
import { goLower } from '../go/case.ts';
import { withSuggestion } from '../suggest.ts';
import { failure, success, type FlagSpec, type Read } from './instruction-spec.ts';

/** The flags of one instruction, checked. */
export class Flags {
  private readonly values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.values = values;
  }

  /** Value of a text flag, or what it is without it. */
  text(name: string, otherwise = ''): string {
    return this.values.get(name)?.[0] ?? otherwise;
  }

  /** Values of a list flag in order. */
  list(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  /** State of a bool flag; `undefined` where it is not given. */
  bool(name: string): boolean | undefined {
    const value = this.values.get(name)?.[0];
    return value === undefined ? undefined : value === 'true';
  }

  /** Names that were given, sorted. */
  get used(): readonly string[] {
    return [...this.values.keys()].sort();
  }
}

const noFlags = success(new Flags(new Map()));

/** `--name=value` words → values, or the first error. BuildKit `instructions/bflag.go`. */
export function readFlags(words: readonly string[], specs: readonly FlagSpec[]): Read<Flags> {
  if (words.length === 0) return noFlags;
  const values = new Map<string, string[]>();
  for (const [flagNumber, word] of words.entries()) {
    const place = { flag: flagNumber };
    const equals = word.indexOf('=');
    const flag = equals < 0 ? word : word.slice(0, equals);
    const value = equals < 0 ? undefined : word.slice(equals + 1);
    const name = flag.slice(2);
    const spec = specs.find((candidate) => candidate.name === name);
    if (!spec) return failure(withSuggestion(`unknown flag: ${flag}`, name, specs.map((each) => each.name)), place, known(specs));
    if (values.has(name) && spec.kind !== 'list') return failure(`duplicate flag specified: ${flag}`, place, { id: 'editor.hint-once' });
    if (spec.kind === 'bool' ? value === '' : value === undefined) return failure(`missing a value on flag: ${flag}`, place, { id: 'editor.hint-write', values: { form: `${flag}=${spec.placeholder ?? (spec.kind === 'bool' ? 'true' : '…')}` } });
    const text = spec.kind === 'bool' ? goLower(value ?? 'true') : value!;
    if (spec.kind === 'bool' && text !== 'true' && text !== 'false') {
      return failure(`expecting boolean value for flag ${flag}, not: ${value}`, place, { id: 'editor.hint-write-or', values: { form: flag, other: `${flag}=false` } });
    }
    values.set(name, [...(values.get(name) ?? []), text]);
  }
  return success(new Flags(values));
}

function known(specs: readonly FlagSpec[]): Message {
  return specs.length === 0 ? { id: 'editor.hint-no-flags' } : { id: 'editor.hint-flags', values: { flags: specs.map(({ name }) => `--${name}`).join(', ') } };
}
