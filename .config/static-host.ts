import { createReadStream, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Plugin } from 'vite';

const build = join(import.meta.dirname, '..', 'build');

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/**
 * A preview serves `build/` as any static host would: Kit's own serves what Kit made before its adapter ran, and knows neither the
 * scripts of embeds and plug-ins nor the list of files that a copy without a network is made from.
 */
export const staticHost = (): Plugin => ({
  name: 'layerscope:static-host',
  configurePreviewServer({ config, middlewares }) {
    const { base } = config;
    middlewares.use((request, response, next) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
      if (!isFile(join(build, 'index.html')) || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
      const found = pathname.startsWith(base) ? fileOf(pathname.slice(base.length)) : undefined;
      // Pages of other origins load scripts as modules.
      response.setHeader('access-control-allow-origin', '*');
      if (found === 'folder') return void response.writeHead(302, { location: `${pathname}/${search}` }).end();
      const missing = join(build, '404.html');
      if (found === undefined) return void response.writeHead(404, { 'content-type': types['.html'] }).end(isFile(missing) ? readFileSync(missing) : 'Not found');
      const { size, mtimeMs } = statSync(found);
      const etag = `W/"${size}-${mtimeMs}"`;
      response.setHeader('etag', etag);
      response.setHeader('cache-control', pathname.startsWith(`${base}_app/immutable/`) ? 'public,max-age=31536000,immutable' : 'no-cache');
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.writeHead(200, { 'content-type': types[extname(found)] ?? 'text/plain;charset=utf-8', 'content-length': size });
      if (request.method === 'HEAD') response.end();
      else createReadStream(found).pipe(response);
    });
  },
});

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The file that a path below the site's root means; `folder` where its page has a slash at the end. Nothing outside `build/`. */
function fileOf(path: string): string | undefined {
  let file: string;
  try {
    file = join(build, decodeURIComponent(path));
  } catch {
    return undefined;
  }
  if (file.includes('\0') || !`${file}${sep}`.startsWith(`${build}${sep}`)) return undefined;
  if (isFile(file)) return file;
  if (!isFile(join(file, 'index.html'))) return undefined;
  return path === '' || path.endsWith('/') ? join(file, 'index.html') : 'folder';
}
