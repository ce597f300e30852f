export const advice = {
  'advice.tab': 'Advice',
  'advice.context-not-ignored-hint': 'Add <code>{patterns}</code> to <code>{file}</code>: a commit or an install outside would run everything below again.',
} as const;
