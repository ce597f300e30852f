/** An engine in the thread of a test, and an embed's session over it that writes down all that it tells. */
import '#lib/views/graph/jsdom-gaps.ts';
import { createEngine } from '#lib/worker/engine.ts';
import type { WorkerLike } from '#lib/worker/client.ts';
import type { Request } from '#lib/worker/protocol.ts';
import { embed as words } from '#messages/en/embed.ts';
import { learn } from '#messages/translate.ts';
import { EmbedSession } from './session.svelte.ts';
import type { EventName, Events, Presentation } from './vocabulary.ts';

export const usual: Presentation = { view: 'both', theme: 'auto', readonly: false, ui: 'full', load: 'eager', motion: 'off' };

export function inThread(): WorkerLike {
  const engine = createEngine();
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => void engine(message as Request).then((data) => worker.onmessage?.({ data } as MessageEvent)),
    terminate: () => {
      worker.onmessage = null;
    },
  };
  return worker;
}

export interface Told {
  readonly session: EmbedSession;
  readonly events: { readonly event: EventName; readonly detail: unknown }[];
  /** The details of one event, in order. */
  readonly of: <E extends EventName>(event: E) => Events[E][];
}

export function session(presentation: Partial<Presentation> = {}, spawn: (name: string) => WorkerLike = inThread): Told {
  learn(words);
  const events: { event: EventName; detail: unknown }[] = [];
  const made = new EmbedSession({ presentation: { ...usual, ...presentation }, spawn, site: 'https://layers.test/', emit: (event, detail) => events.push({ event, detail }) });
  return { session: made, events, of: <E extends EventName>(event: E) => events.filter((one) => one.event === event).map(({ detail }) => detail as Events[E]) };
}

export const DOCKERFILE = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["python", "main.py"]\n';
