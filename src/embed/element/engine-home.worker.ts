/** The worker of all embeds of a page. */
import { serveEngine } from './engine-port.ts';

/** What it is asked for; the port of an engine comes with the message that opens it. */
export type Asked = { readonly kind: 'open'; readonly name: string } | { readonly kind: 'ping' };
export type Told = 'begun' | 'pong';

const tell = (told: Told): void => self.postMessage(told);

self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<Asked>) => {
  if (data.kind === 'ping') tell('pong');
  else if (port) serveEngine(port, data.name);
});

tell('begun');
