/**
 * For a page that holds frames of Layerscope: their height follows their content, and their methods and events are at hand. Built as
 * `embed/frame.js`; stands alone and stores nothing. Its two sentences are for who writes the page, in English as any API's.
 */
import type { EventName, Events, Message, MethodName, Methods, Presentation } from '../vocabulary.ts';

export interface Layerscope extends Methods {
  /** Calls `fn` whenever this happens; returns what stops that. Who comes late to `ready` is told the first record at once. */
  on<E extends EventName>(event: E, fn: (detail: Events[E]) => void): () => void;
  /** Shows the same thing another way: only what is named changes. */
  present(presentation: Partial<Presentation>): Promise<void>;
  /** Lets go of the frame: replies that have not come are rejected. */
  disconnect(): void;
}

/** A new method does not compile without a place here. */
const methods: Record<MethodName, true> = { load: true, getState: true, editFile: true, build: true, step: true, explain: true, getShareUrl: true, exportSvg: true, destroy: true };

/** Pixels that no height goes beyond, whatever a frame says. */
const highest = 20_000;

type Asked = Pick<Extract<Message, { type: 'call' }>, 'type' | 'detail'> | Pick<Extract<Message, { type: 'present' }>, 'type' | 'detail'>;

interface Call {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Connects to a frame, now or as soon as its page is alive; again where it is loaded again. Rejects with the frame's sentence where it
 * does not want this page.
 */
export function connectLayerscope(iframe: HTMLIFrameElement): Promise<Layerscope> {
  const listeners = new Map<string, Set<(detail: never) => void>>();
  const calls = new Map<string, Call>();
  const connection = unique();
  /** The port that was handed over last; `frame` answered on it. */
  let port: MessagePort | undefined;
  let frame: string | undefined;
  let ready: Events['ready'] | undefined;
  let count = 0;

  const letGo = (why: string): void => {
    port?.close();
    port = frame = ready = undefined;
    for (const { reject } of calls.values()) reject(new Error(why));
    calls.clear();
  };

  return new Promise((resolve, reject) => {
    /** A frame that comes alive says how high it is: from then on it can be talked to, and the one before is gone. */
    const hear = ({ source, data }: MessageEvent): void => {
      if (source !== iframe.contentWindow || !isHeight(data) || data.id === frame) return;
      letGo('The frame was loaded again.');
      connect();
    };
    const disconnect = (): void => {
      removeEventListener('message', hear);
      letGo('The frame was disconnected.');
    };

    const ask = (message: Asked): Promise<never> =>
      new Promise((resolve, reject) => {
        if (!port || frame === undefined) return reject(new Error('The frame is not connected.'));
        const id = `${++count}`;
        calls.set(id, { resolve, reject });
        port.postMessage({ ls: 1, id, ...message } satisfies Message);
      });

    const api: Layerscope = {
      ...(Object.fromEntries(Object.keys(methods).map((method) => [method, (...args: readonly unknown[]) => ask({ type: 'call', detail: { method: method as MethodName, args } })])) as unknown as Methods),
      on(event, fn) {
        const known = listeners.get(event) ?? new Set();
        listeners.set(event, known.add(fn));
        if (event === 'ready' && ready) void Promise.resolve(ready as never).then(fn);
        return () => void known.delete(fn);
      },
      present: (presentation) => ask({ type: 'present', detail: presentation }),
      disconnect,
    };

    function take({ data }: MessageEvent<Message>): void {
      if (data.type === 'reply') return settle(data.id, data.detail);
      if (data.type === 'connect' || data.type === 'call' || data.type === 'present') return;
      if (data.type === 'ls:ready') ready = data.detail as Events['ready'];
      for (const fn of listeners.get(data.type.slice(3)) ?? []) fn(data.detail as never);
    }

    function settle(id: string, detail: Extract<Message, { type: 'reply' }>['detail']): void {
      const call = calls.get(id);
      calls.delete(id);
      if (id === connection && 'error' in detail) {
        disconnect();
        reject(new Error(detail.error));
      } else if (id === connection) {
        frame = String((detail as { readonly value: unknown }).value);
        resolve(api);
      } else if ('error' in detail) call?.reject(new Error(detail.error));
      else call?.resolve(detail.value as never);
    }

    function connect(): void {
      const to = originOf(iframe);
      if (to === undefined) return;
      const channel = new MessageChannel();
      port?.close();
      port = channel.port1;
      port.onmessage = take;
      // A page that is not alive yet drops it.
      iframe.contentWindow?.postMessage({ ls: 1, type: 'connect', id: connection } satisfies Message, to, [channel.port2]);
    }

    addEventListener('message', hear);
    connect();
  });
}

/** A name that nobody else has; where a page is not secure there is no better chance than this. */
const unique = (): string => Date.now().toString(36) + Math.random().toString(36).slice(2);

/** Whom a message to a frame may reach: the origin of its address, anyone where a sandbox takes the origin away, nobody while it is still empty. */
function originOf(iframe: HTMLIFrameElement): string | undefined {
  if (iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin')) return '*';
  try {
    if (iframe.contentDocument?.URL === 'about:blank') return undefined;
  } catch {
    // Of another origin: there is a page in it.
  }
  return new URL(iframe.src, location.href).origin;
}

function isHeight(data: unknown): data is { readonly id: string; readonly detail: { readonly height: number } } {
  const message = data as { readonly ls?: unknown; readonly type?: unknown; readonly detail?: { readonly height?: unknown } } | null;
  if (typeof message !== 'object' || message === null || message.ls !== 1 || message.type !== 'ls:resize') return false;
  const height = message.detail?.height;
  return typeof height === 'number' && height > 0 && height <= highest;
}

/** Gives every `iframe[data-layerscope]` the height of its content, also those that come later. Returns what stops it. */
export function followHeights(): () => void {
  const hear = ({ data, source, origin }: MessageEvent): void => {
    if (!isHeight(data)) return;
    for (const iframe of document.querySelectorAll<HTMLIFrameElement>('iframe[data-layerscope]')) {
      if (iframe.contentWindow === source && (origin === 'null' || origin === new URL(iframe.src, location.href).origin)) iframe.style.height = `${Math.ceil(data.detail.height)}px`;
    }
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}
