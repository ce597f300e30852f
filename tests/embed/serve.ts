/** Pages of somebody else, on an origin of their own: what an element has to live with. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const hosts = join(import.meta.dirname, 'hosts');
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** A policy that lets in nothing but the page's own pictures and styles, and scripts of the site. */
const strict = (site: string): string => `default-src 'none'; script-src ${site}; img-src 'self' data:; style-src 'self'`;

export interface Hosts {
  /** Origin of the pages. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves `hosts/` with the site's origin written into its pages. `strict.html` comes with a strict policy; `?engine=page` there asks the script
 * for an engine in the page, `?workers` lets the policy allow one in a blob.
 */
export async function serveHosts(site: string): Promise<Hosts> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host');
    const name = /^\/([\w-]+\.(?:html|css|svg))$/.exec(pathname)?.[1];
    void readFile(join(hosts, name ?? 'none'), 'utf8').then(
      (text) => {
        response.setHeader('content-type', types[extname(name ?? '')] ?? 'text/plain');
        if (name === 'strict.html') response.setHeader('content-security-policy', strict(site) + (search === '?workers' ? `; worker-src blob: ${site}` : ''));
        response.end(text.replaceAll('SITE', site).replace('ENGINE', search === '?engine=page' ? search : ''));
      },
      () => {
        // Browsers ask for an icon by themselves.
        response.statusCode = pathname === '/favicon.ico' ? 204 : 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}
