/** The built site on a server of its own, which can be taken off the network and can have another version. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';

const build = join(import.meta.dirname, '..', '..', 'build');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2' };

export class Site {
  #server: Server | undefined;
  #port = 0;
  /** Every path that was asked for. */
  readonly asked: string[] = [];
  readonly version = (JSON.parse(readFileSync(join(build, '_app', 'version.json'), 'utf8')) as { readonly version: string }).version;
  /** What the site says its version is: wherever the build names its own, this is named instead. */
  says = this.version;

  /** Paths that the host does not have, although they were built. */
  without: RegExp | undefined;

  /** The folder of the host that the site lies in. */
  readonly below: string;

  constructor(below: string) {
    this.below = below;
  }

  get url(): string {
    return `http://localhost:${this.#port}${this.below}`;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => this.#answer(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname), response));
    await new Promise<void>((done) => this.#server?.listen(this.#port, 'localhost', done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** No answer any more to anybody. */
  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((done) => (this.#server?.listening ? this.#server.close(() => done()) : done()));
  }

  #answer(path: string, response: ServerResponse): void {
    this.asked.push(path);
    const local = path.startsWith(this.below) ? path.slice(this.below.length).replaceAll(this.says, this.version) : undefined;
    const file = local === undefined ? undefined : found(local);
    if (file === undefined || this.without?.test(path)) return void response.writeHead(404).end('Not found');
    const bytes = readFileSync(file);
    const changed = this.says !== this.version && /\.(?:html|js|json)$/.test(file) && bytes.includes(this.version);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
    response.end(changed ? bytes.toString('utf8').replaceAll(this.version, this.says) : bytes);
  }
}

function found(path: string): string | undefined {
  const file = join(build, path);
  const at = statSync(file, { throwIfNoEntry: false });
  if (at?.isDirectory()) return readdirSync(file).includes('index.html') ? join(file, 'index.html') : undefined;
  return at && file;
}
