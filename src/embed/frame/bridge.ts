/**
 * The frame's side of the messages: who may connect, what is called, what is told. Nothing in a message is run as code; whatever is
 * wrong with one is answered with a sentence on its port, and a message without a port that is not understood is nobody's.
 */
import { t } from '#messages/index.ts';
import type { EventName, Events, Message, Methods, Presentation } from '../vocabulary.ts';
import { checkedCall, checkedConnect, isOurs, limits, type Call, type Present, type Refusal } from './checked.ts';

export interface BridgeOptions {
  /** What the embed can be asked for; begins it where it waits for a touch. */
  readonly methods: () => Promise<Methods>;
  /** Presents the same thing another way: only what is named changes. */
  readonly present: (presentation: Partial<Presentation>) => void;
  /** The window around the frame: nobody else is listened to. */
  readonly parent: unknown;
  /** Of this frame as long as its page lives: by it a page around it knows that it was loaded again. */
  readonly id: string;
  /** Origins that may connect; any where undefined, since an embed holds nothing but what its reader typed into it. */
  readonly origins: readonly string[] | undefined;
  /** Resolves when the sentences of the catalogue are there. */
  readonly words: () => Promise<unknown>;
}

export interface Bridge {
  /** A `message` of the frame's window. Never throws. */
  receive(event: MessageEvent): void;
  /** Tells every connected page; who connects later is told the first record again. */
  tell<E extends EventName>(event: E, detail: Events[E]): void;
  /** Refuses every further call with a sentence. */
  end(): void;
}

type Problem = Refusal | { readonly problem: 'origin'; readonly origins: string } | { readonly problem: 'connections' | 'waiting'; readonly most: number } | { readonly problem: 'ended' };

export function createBridge({ id: frame, methods, present, parent, origins, words }: BridgeOptions): Bridge {
  const ports = new Map<string, MessagePort>();
  let ready: Events['ready'] | undefined;
  let ended = false;
  let waiting = 0;
  /** The call under way: calls are answered in the order in which they came. */
  let last: Promise<unknown> = Promise.resolve();

  const post = (port: MessagePort, message: Message): void => {
    try {
      port.postMessage(message);
    } catch {
      port.postMessage({ ls: 1, type: 'reply', id: message.id, detail: { error: t('frame.not-sent') } } satisfies Message);
    }
  };

  const refuse = async (port: MessagePort, id: string, problem: Problem): Promise<void> => {
    await words().catch(() => undefined);
    post(port, { ls: 1, type: 'reply', id, detail: { error: inWords(problem) } });
  };

  function connect(port: MessagePort, event: MessageEvent): void {
    const checked = checkedConnect(event.data);
    if (!checked.ok) return void refuse(port, checked.id, checked.refusal);
    const { value: id } = checked;
    if (origins && !origins.includes(event.origin)) return void refuse(port, id, { problem: 'origin', origins: origins.join(', ') });
    if (!ports.has(id) && ports.size >= limits.connections) return void refuse(port, id, { problem: 'connections', most: limits.connections });
    ports.get(id)?.close();
    ports.set(id, port);
    port.onmessage = ({ data }: MessageEvent) => take(port, data);
    port.onmessageerror = () => void refuse(port, '', { problem: 'not-a-message' });
    post(port, { ls: 1, type: 'reply', id, detail: { value: frame } });
    if (ready) post(port, { ls: 1, type: 'ls:ready', id: frame, detail: ready });
  }

  function take(port: MessagePort, data: unknown): void {
    const checked = checkedCall(data);
    if (!checked.ok) return void refuse(port, checked.id, checked.refusal);
    if (ended) return void refuse(port, checked.value.id, { problem: 'ended' });
    if (waiting >= limits.waiting) return void refuse(port, checked.value.id, { problem: 'waiting', most: limits.waiting });
    waiting++;
    last = last.then(() => answer(port, checked.value)).finally(() => waiting--);
  }

  async function answer(port: MessagePort, call: Call | Present): Promise<void> {
    const { id } = call;
    if (ended) return refuse(port, id, { problem: 'ended' });
    try {
      const value = call.method === 'present' ? present(call.presentation) : await called(call);
      post(port, { ls: 1, type: 'reply', id, detail: { value } });
    } catch (error) {
      post(port, { ls: 1, type: 'reply', id, detail: { error: error instanceof Error ? error.message : String(error) } });
    }
  }

  async function called({ method, args }: Call): Promise<unknown> {
    const asked = await methods();
    return Reflect.apply(asked[method], asked, args) as Promise<unknown>;
  }

  return {
    receive(event) {
      const [port] = event.ports;
      if (event.source !== parent || !port || !isOurs(event.data)) return;
      connect(port, event);
    },
    tell(event, detail) {
      if (event === 'ready') ready = detail as Events['ready'];
      for (const port of ports.values()) post(port, { ls: 1, type: `ls:${event}`, id: frame, detail });
    },
    end() {
      ended = true;
    },
  };
}

function inWords(problem: Problem): string {
  switch (problem.problem) {
    case 'not-a-message':
      return t('frame.not-a-message');
    case 'version':
      return t('frame.version', { version: problem.version });
    case 'no-method':
      return t('frame.no-method', { method: problem.method });
    case 'values':
      return t('frame.values', { method: problem.method, place: problem.place });
    case 'too-large':
      return t('frame.too-large', { method: problem.method, most: problem.most });
    case 'origin':
      return t('frame.origin', { origins: problem.origins });
    case 'connections':
      return t('frame.connections', { most: problem.most });
    case 'waiting':
      return t('frame.waiting', { most: problem.most });
    case 'ended':
      return t('frame.ended');
  }
}
