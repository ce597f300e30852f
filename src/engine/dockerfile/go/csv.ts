import { utf8Length } from '../../source/utf8.ts';

/** The fields of a line, or the text of an error. */
export type CsvResult = { readonly ok: true; readonly fields: readonly string[] } | { readonly ok: false; readonly message: string };

/** `a,"b,""c"""` → `a`, `b,"c"`: one CSV line, with the error texts of Go's `encoding/csv` (`tonistiigi/go-csvvalue`). */
export function csvFields(text: string): CsvResult {
  const line = text.replace(/\r?\n$/, '');
  if (line === '') return { ok: false, message: 'EOF' };
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at);
      const field = comma < 0 ? line.slice(at) : line.slice(at, comma);
      const bare = field.indexOf('"');
      if (bare >= 0) return problem(line, at + bare, 'bare " in non-quoted-field');
      fields.push(field);
      if (comma < 0) return { ok: true, fields };
      at = comma + 1;
      continue;
    }
    let field = '';
    at++;
    for (;;) {
      const quote = line.indexOf('"', at);
      if (quote < 0) return problem(line, at, 'extraneous or missing " in quoted-field');
      field += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      field += '"';
      at++;
    }
    fields.push(field);
    if (at === line.length) return { ok: true, fields };
    if (line[at] !== ',') return problem(line, at - 1, 'extraneous or missing " in quoted-field');
    at++;
  }
}

/** Columns count bytes, from 1. */
function problem(line: string, at: number, what: string): CsvResult {
  return { ok: false, message: `parse error on line 1, column ${utf8Length(line.slice(0, at)) + 1}: ${what}` };
}
