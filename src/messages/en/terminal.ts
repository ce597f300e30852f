export const terminal = {
  'terminal.tab': 'Terminal',
} as const;
