// The page for addresses that are not there: a host answers with `404.html` at any depth, so that what it asks for, and where its links
// lead, cannot be relative to it as on other pages.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page at the root of a site, with all that is relative to it written from the host's root. `base`: the site's folder, without a slash at the end. */
export const fromRoot = (html, base) =>
  html
    .replaceAll(/(["'])\.\/(?=[^"']*\1)/g, `$1${base}/`)
    .replaceAll(/(\s(?:href|src)=)"\."/g, `$1"${base}/"`)
    .replaceAll(/base: new URL\("\.", location\)\.pathname\.slice\(0, -1\)/g, `base: ${JSON.stringify(base)}`);

/** An adapter whose `404.html` works wherever it is shown. */
export function withNotFound(adapter, folder) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const page = join(folder, '404.html');
      writeFileSync(page, fromRoot(readFileSync(page, 'utf8'), builder.config.kit.paths.base));
    },
  };
}
