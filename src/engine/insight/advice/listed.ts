/** Names in a sentence: `a`, `a and b`, `a, b and c`. */
import type { Message } from '../../source/message.ts';

export function listed(names: readonly string[]): Message {
  const [first = '', second, ...rest] = names;
  if (second === undefined) return { id: 'advice.one', values: { first } };
  return rest.length === 0 ? { id: 'advice.two', values: { first, second } } : { id: 'advice.more', values: { first, rest: listed([second, ...rest]) } };
}
