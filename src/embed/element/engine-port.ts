/** An engine that answers on a port. */
import { createEngine } from '#lib/worker/engine.ts';
import { lockName, type Request } from '#lib/worker/protocol.ts';
import { farewell } from './engine-share.ts';

/** Begins one; the result ends it. Until then it holds the lock that the engine's client waits for, where there are locks. */
export function serveEngine(port: MessagePort, name: string): () => void {
  const engine = createEngine();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const end = (): void => {
    release();
    port.close();
  };
  port.onmessage = ({ data }: MessageEvent<Request | typeof farewell>) => {
    if (data === farewell) end();
    else void engine(data).then((reply) => port.postMessage(reply));
  };
  hold(name, held);
  return end;
}

/** A page without an origin of its own has the locks and must not use them. */
function hold(name: string, held: Promise<void>): void {
  if (!('locks' in navigator)) return;
  try {
    navigator.locks.request(lockName(name), () => held).catch(() => undefined);
  } catch {
    // The client notices a hanging engine by its silence too.
  }
}
