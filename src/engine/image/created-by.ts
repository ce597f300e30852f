import type { ImageConfig } from './config.ts';

/** What made a layer, as it stands in a Dockerfile: `RUN |1 A=b /bin/sh -c make # buildkit` is `RUN make`, `/bin/sh -c #(nop)  CMD ["sh"]` is `CMD ["sh"]`. */
export function instructionOf(createdBy: string): string {
  return createdBy
    .replace(/\s*# buildkit$/, '')
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
    .replace(/^(?:RUN )?(?:\|\d+ .*? )?\/bin\/sh -c /, 'RUN ')
    .trim();
}

/** The lines that made an image's layers, lowest first; `a layer` where the history does not say. Whatever the config's text was. */
export function layerLabels(config: ImageConfig | undefined): readonly string[] {
  const history: unknown = config?.history;
  if (!Array.isArray(history)) return [];
  return (history as NonNullable<ImageConfig['history']>)
    .filter((entry) => entry?.empty_layer !== true)
    .map((entry) => (typeof entry?.created_by === 'string' ? instructionOf(entry.created_by) : 'a layer'));
}
