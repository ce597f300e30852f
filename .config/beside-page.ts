import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const embed = join(import.meta.dirname, '..', 'build', 'embed');

/** Serves in a preview what is built beside the page: Kit's own knows only what Kit has built, and the scripts of embeds are not. */
export const besidePage = (): Plugin => ({
  name: 'layerscope:beside-page',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const [, path] = /^\/embed\/((?:parts\/)?[\w.-]+\.js)(?:\?|$)/.exec(request.url ?? '') ?? [];
      const file = path === undefined ? undefined : join(embed, path);
      if (file === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) return next();
      response.setHeader('content-type', 'text/javascript');
      // Pages of other origins load them as modules; what the preview itself says of this comes after.
      response.setHeader('access-control-allow-origin', '*');
      createReadStream(file).pipe(response);
    });
  },
});
