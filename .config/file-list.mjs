// What a copy of the site needs to work without a network: every file of a build with its size, named after the build's version, so that
// a service worker can never take the list of another build for its own. Written when the adapter is done.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages for developers, pictures for other sites (a lesson's short address shows its own), the host's page for what is missing, and what is asked for anew each time. */
const left = /^(?:views|og\/(?!lesson\/)|oembed|schemas|plugins)\/|^embed\/(?!(?:[^/]+\/)?(?:index\.html|__data\.json)$)|^(?:service-worker\.js|workbench\.png|404\.html)$|^_app\/(?:version\.json|files\.)|\.map$/;

/** Paths and bytes of what is kept, in a fixed order. */
export function listFiles(folder) {
  const walk = (below) =>
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk('')
    .filter((path) => !left.test(path))
    .sort()
    .map((path) => [path.replace(/(^|\/)index\.html$/, '$1'), statSync(join(folder, path)).size]);
}

/** An adapter that also writes the list. */
export function withFileList(adapter, folder) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const { version } = builder.config.kit;
      writeFileSync(join(folder, builder.config.kit.appDir, `files.${version.name}.json`), JSON.stringify({ version: version.name, files: listFiles(folder) }));
    },
  };
}
