import type { KeyValuePair } from '../instruction.ts';
import type { Expander } from '../expand/expand.ts';
import { failure, success, type Read } from './instruction-spec.ts';

/** Several words, one after the other; the first error ends it. */
export function expandAll(words: readonly string[], expand: Expander): Read<readonly string[]> {
  const expanded: string[] = [];
  for (const word of words) {
    const result = expand(word);
    if (!result.ok) return failure(result.message);
    expanded.push(result.word);
  }
  return success(expanded);
}

/** Keys and values of ENV and LABEL. */
export function expandPairs(pairs: readonly KeyValuePair[], expand: Expander): Read<readonly KeyValuePair[]> {
  const words = expandAll(pairs.flatMap(({ key, value }) => [key, value]), expand);
  if (!words.ok) return words;
  return success(pairs.map(({ noDelim }, i) => ({ key: words.value[2 * i]!, value: words.value[2 * i + 1]!, noDelim })));
}
