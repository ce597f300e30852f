import type { KeyValuePair } from '../instruction.ts';
import { failure, success, type Read } from './instruction-spec.ts';

/** Triples name, value, separator → pairs. */
export function readPairs(args: readonly string[], keyword: string): Read<readonly KeyValuePair[]> {
  if (args.length === 0) return failure(`${keyword} requires at least one argument`, undefined, { id: 'editor.hint-write', values: { form: `${keyword} name=value` } });
  const pairs: KeyValuePair[] = [];
  for (let i = 0; i < args.length; i += 3) {
    if (args[i] === '') return failure(`${keyword} names can not be blank`);
    pairs.push({ key: args[i]!, value: args[i + 1]!, noDelim: args[i + 2] === '' });
  }
  return success(pairs);
}
