/** The shells that are told apart: Debian's dash, BusyBox ash (1.38, with its bash extensions), and bash as far as builds use it. */
export type Dialect = 'dash' | 'ash' | 'bash';

/** What cannot be parsed. `unexpected` and `expecting` are token names; every shell puts them into its own words. */
export class SyntaxFault extends Error {
  readonly line: number;
  readonly unexpected: string | undefined;
  readonly expecting: string | undefined;

  constructor(line: number, fault: { message: string } | { unexpected: string; expecting?: string | undefined }) {
    super('message' in fault ? fault.message : fault.unexpected);
    this.line = line;
    this.unexpected = 'unexpected' in fault ? fault.unexpected : undefined;
    this.expecting = 'unexpected' in fault ? fault.expecting : undefined;
  }
}

/** The text after the shell's name and place. */
export function syntaxMessage(fault: SyntaxFault, dialect: Dialect): string {
  const { unexpected, expecting, message } = fault;
  if (dialect === 'dash') {
    if (unexpected === undefined) return `Syntax error: ${message}`;
    return `Syntax error: ${unexpected} unexpected${expecting ? ` (expecting ${expecting})` : ''}`;
  }
  if (dialect === 'ash') {
    if (unexpected === undefined) return `syntax error: ${message.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())}`;
    return `syntax error: unexpected ${unexpected}${expecting ? ` (expecting ${expecting})` : ''}`;
  }
  if (unexpected === 'end of file') return 'syntax error: unexpected end of file';
  if (unexpected === undefined) return `syntax error: ${message}`;
  return `syntax error near unexpected token \`${unexpected.replaceAll('"', '')}'`;
}
