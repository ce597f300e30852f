/** A paste of several lines → commands: a line each, except where a quote, a here-document or a backslash goes on in the next. */

/** The commands of a text, in order; one empty command for an empty text. */
export function commandsOf(text: string): readonly string[] {
  const commands: string[] = [];
  let held: string[] = [];
  let ends: string[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    held.push(line);
    if (ends.length > 0) {
      if (line.replace(/^\t+/, '') === ends[0]) ends.shift();
      if (ends.length > 0) continue;
    } else {
      const whole = held.join('\n');
      if (unfinished(whole)) continue;
      ends = heredocsOf(whole);
      if (ends.length > 0) continue;
    }
    commands.push(held.join('\n'));
    held = [];
  }
  if (held.length > 0) commands.push(held.join('\n'));
  const typed = commands.filter((command) => command.trim() !== '').map((command) => command.replace(/\\\n[ \t]*/g, ''));
  return typed.length > 0 ? typed : [''];
}

/** Whether a quote is open at its end, or a backslash ends it. */
function unfinished(text: string): boolean {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\' && quote !== "'") {
      if (i === text.length - 1) return true;
      i++;
    } else if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
  }
  return quote !== '';
}

/** The words that end the here-documents of a line. */
function heredocsOf(line: string): string[] {
  const bare = line.replace(/<<<\S*/g, '');
  return [...bare.matchAll(/<<-?\s*(?:'([^']+)'|"([^"]+)"|\\?([\w.-]+))/g)].map(([, single, double, word]) => single ?? double ?? word ?? '');
}
