/** English: the page that makes the text to embed a build with, and says what it understands. */
export const embedding = {
  'embedding.title': 'Embed a build — Layerscope',
} as const;
