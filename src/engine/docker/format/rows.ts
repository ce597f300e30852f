/** Lists as docker's `formatter` prints them: a table, a table of chosen columns, JSON, or a template for each row. */
import { alignColumns } from './tabwriter.ts';
import { template } from './template.ts';
import { toJson, type Value } from './value.ts';

/** A kind of list. */
export interface RowFormat {
  /** Go's name of a row's type: `*formatter.imageContext`. */
  readonly type: string;
  /** Fields with their column heads, in any order. */
  readonly heads: Readonly<Record<string, string>>;
  /** The template of `table`, without that word. */
  readonly table: string;
}

/** One row: fields by name. */
export type Row = Readonly<Record<string, Value>>;

/** The text of a list, or what is wrong with the format. `format` is what `--format` was given; a table where absent. */
export function formatRows(kind: RowFormat, rows: readonly Row[], format = 'table'): { readonly text: string; readonly error?: string } {
  const asked = format === '' ? 'table' : format;
  const table = asked === 'table' || asked.startsWith('table ');
  const plain = asked === 'table' ? kind.table : asked === 'json' ? '{{json .}}' : table ? asked.slice('table '.length) : asked;
  const source = plain.trim().replaceAll('\\t', '\t').replaceAll('\\n', '\n');
  const read = template(source);
  if ('error' in read) return { text: '', error: `template parsing error: ${read.error}` };
  let text = '';
  for (const row of rows) {
    const sorted = Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
    const done = read.run(row, { type: kind.type, json: toJson(sorted, true) });
    if (done.error !== undefined) return { text, error: `template parsing error: ${done.error}` };
    text += `${done.text}\n`;
  }
  if (!table) return { text };
  const head = read.run(new Map(Object.entries(kind.heads)), {});
  return { text: alignColumns(`${head.text}\n${text}`) };
}
