/** Flags as a table in the layout of `docker … --help` before its lines are broken: what is read there is what can be typed. */

/** One flag. */
export interface Flag {
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** `string`, `list`, `stringArray`, `bytes`…; absent for a flag without a value. */
  readonly type?: string;
  /** What the help says, a default in parentheses included. */
  readonly about: string;
  /** Not in the help. */
  readonly hidden?: true;
}

const row = /^ {2,}(?:-(\w), )?--([\w-]+)(?: ([^ ]+))?(?: {2,}(.*))?$/;

/**
 * Reads a table. A line that begins no flag goes on with the text above, from the same column. Flags below a line `hidden:` are
 * taken and not shown.
 */
export function flagTable(text: string): readonly Flag[] {
  const flags: Flag[] = [];
  let column = 0;
  let hidden = false;
  for (const line of text.split('\n')) {
    const match = row.exec(line);
    const last = flags.at(-1);
    if (line.trim() === 'hidden:') hidden = true;
    else if (match) {
      const [, short, name = '', type, about = ''] = match;
      if (about !== '') column = line.length - about.length;
      flags.push({ name, about, ...(short !== undefined && { short }), ...(type !== undefined && { type }), ...(hidden && { hidden }) });
    } else if (last && line.trim() !== '') flags[flags.length - 1] = { ...last, about: `${last.about}\n${line.slice(column)}` };
  }
  return flags;
}

/** `--help`, which every command takes. */
export const helpFlag: Flag = { name: 'help', about: 'Print usage', hidden: true };
