/** Around the terminal; what is typed and printed in it is the machine's. */
export const terminal = {
  'terminal.command': 'Command, {sign}',
  'terminal.keys': 'Enter runs the line, arrow up recalls earlier ones, Tab completes, Escape and then Tab leaves.',
  'terminal.stop': 'Stop',
  'terminal.offers': 'Commands to try',
  'terminal.find': 'Find in the terminal',
  'terminal.find-word': 'Find',
  'terminal.none': 'none',
  'terminal.place-of': '{at} of {n}',
  'terminal.previous': 'Previous place',
  'terminal.next': 'Next place',
} as const;
