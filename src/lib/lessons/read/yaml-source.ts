/** A YAML text with the places of its values: strict, no tags of other languages, no rings, no bombs. */
import { isAlias, isMap, isPair, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type Pair } from 'yaml';
import type { Problems } from './problems.ts';

/** Steps from the top of a YAML text to a value. */
export type YamlPath = readonly (string | number)[];

export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Says what is wrong with the value at that path, or with its key. */
  readonly problem: (path: YamlPath, message: string, at?: 'key' | 'value') => void;
}

/** Copies of anchors that a text may come to: more is a bomb. */
const maxAliasCount = 100;

/** Reads a YAML text that begins on that line of its file; undefined where it cannot be read, which is a problem then. */
export function readYaml(file: string, text: string, problems: Problems, firstLine = 1): YamlSource | undefined {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: Math.max(col, 1) };
  };
  try {
    const doc = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, prettyErrors: false, version: '1.2', schema: 'core' });
    for (const { pos, message } of [...doc.errors, ...doc.warnings]) problems.add(file, at(pos[0]), `YAML: ${firstSentence(message)}`);
    const ring = ringIn(doc);
    if (ring !== undefined) problems.add(file, at(ring), 'an alias stands inside of what it names');
    if (doc.errors.length > 0 || ring !== undefined) return undefined;
    const value: unknown = doc.toJS({ maxAliasCount });
    const problem: YamlSource['problem'] = (path, message, which = 'value') => problems.add(file, at(offsetOf(doc, path, which)), message);
    return { file, value, problem };
  } catch (error) {
    // Of what a text can be, two kinds end here: one that is nested deeper than the stack, and an alias bomb.
    const bomb = error instanceof ReferenceError;
    problems.add(file, at(0), bomb ? 'aliases make too much of this text' : 'this text is nested too deeply to be read');
    return undefined;
  }
}

/** The offset of an alias that stands inside of what it names. */
function ringIn(doc: Document): number | undefined {
  let found: number | undefined;
  visit(doc, {
    Alias(_, node, path) {
      const target = node.resolve(doc);
      if (target === undefined || !path.includes(target)) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the value at a path begins, or the nearest that there is above it. */
function offsetOf(doc: Document, path: YamlPath, which: 'key' | 'value'): number {
  let node: unknown = doc.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    const holder = isAlias(node) ? node.resolve(doc) : node;
    const item = isMap(holder) ? holder.items.find(({ key }) => String(valueOf(key)) === String(step)) : isSeq(holder) ? holder.items[Number(step)] : undefined;
    if (item === undefined) return offset;
    const key = isPair(item) ? startOf(item.key) : undefined;
    node = isPair(item) ? (item as Pair).value : item;
    const last = index === path.length - 1;
    offset = (last && which === 'key' ? key : startOf(node)) ?? key ?? offset;
  }
  return offset;
}

function valueOf(key: unknown): unknown {
  return key !== null && typeof key === 'object' && 'value' in key ? key.value : key;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}
