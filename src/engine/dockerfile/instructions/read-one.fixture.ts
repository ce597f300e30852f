import { readInstruction } from '../read-instructions.ts';
import { parse } from '../syntax/parse.ts';

/** The typed form of a one-instruction text without what every command has, or the text of its error. */
export function readOne(text: string): unknown {
  const parsed = parse(text);
  if (parsed.error) return parsed.error.message;
  const result = readInstruction(parsed.nodes[0]!);
  if (!result.ok) return result.message;
  const { instruction } = result;
  const fields = Object.entries(instruction).filter(([key]) => !common.has(key) || (key === 'name' && !('type' in instruction)));
  return Object.fromEntries(fields.filter(([, value]) => !isEmpty(value)));
}

const common: ReadonlySet<string> = new Set(['type', 'name', 'code', 'lines', 'range', 'comments', 'node', 'commands']);

/** What a command that says nothing about it has. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || value === false || value === 0 || (Array.isArray(value) && value.length === 0);
}
