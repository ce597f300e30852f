/** Deutsch: die Seite, die den Text zum Einbetten eines Builds schreibt und sagt, was er versteht. */
import type { Translation } from '../catalogue.ts';
import type { embedding as english } from '../en/embedding.ts';

export const embedding: Translation<typeof english> = {
  'embedding.title': 'Einen Build einbetten — Layerscope',
};
