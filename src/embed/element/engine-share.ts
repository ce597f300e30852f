/**
 * One home for the engines of all embeds of a page. Every embed talks to an engine of its own over a port of its own; what they share is
 * the worker, and the code in it. A home that hangs is ended: the embed that noticed gets a new one at once, the others when they are told.
 */
import type { WorkerLike } from '#lib/worker/client.ts';

/** Where engines live: a worker, or the page's own thread. */
export interface Home {
  /** Begins an engine that answers on this port, and holds the lock of this name. */
  open(port: MessagePort, name: string): void;
  /** Whether it still answers. */
  answers(): Promise<boolean>;
  end(): void;
  /** Called when it ended by itself. */
  onend: (() => void) | null;
}

/** A way to a home; rejects where it is closed, as in a page whose policy forbids it. */
export type Way = () => Promise<Home>;

/** What a port is told when its engine is no longer needed. */
export const farewell = 'end';

/** An embed's end of its port. */
interface Link {
  readonly name: string;
  readonly worker: WorkerLike;
  /** What it asked before it had a home. */
  waiting: unknown[] | undefined;
  port: MessagePort | undefined;
  /** Questions without an answer yet. */
  open: number;
}

/** A home that is there or on its way, and who lives in it. */
interface Household {
  readonly links: Set<Link>;
  home: Home | undefined;
}

/** Tries the ways in order with the first engine that is needed. The result is the `spawn` of an `EngineClient`. */
export function shareEngines(ways: readonly Way[]): (name: string) => WorkerLike {
  let current: Household | undefined;
  /** Ways that were found closed are not tried again. */
  let from = 0;

  async function settle(household: Household): Promise<void> {
    for (; from < ways.length; from++) {
      try {
        const home = await ways[from]!();
        home.onend = () => leave(household);
        household.home = home;
        if (household.links.size === 0) return abandon(household);
        for (const link of household.links) connect(link, home);
        return;
      } catch {
        // This way is closed: the next one.
      }
    }
    leave(household);
  }

  function connect(link: Link, home: Home): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => {
      link.open--;
      link.worker.onmessage?.(event);
    };
    link.port = port1;
    home.open(port2, link.name);
    for (const message of link.waiting ?? []) port1.postMessage(message);
    link.waiting = undefined;
  }

  /** Nobody can live there any longer: everyone is told, and finds another home by himself. */
  function leave(household: Household): void {
    abandon(household);
    const links = [...household.links];
    household.links.clear();
    for (const { port, worker } of links) {
      port?.close();
      worker.onerror?.(new Event('error') as ErrorEvent);
    }
  }

  function abandon(household: Household): void {
    if (current === household) current = undefined;
    if (household.home) household.home.onend = null;
    household.home?.end();
    household.home = undefined;
  }

  /** The embed is done with its engine, or waited for it in vain. */
  function end(household: Household, link: Link): void {
    if (!household.links.delete(link)) return;
    const { home } = household;
    link.port?.postMessage(farewell);
    link.port?.close();
    if (!home) return;
    if (household.links.size === 0) return abandon(household);
    if (link.open === 0) return;
    // It may hang. Who comes now goes elsewhere; who is there stays for as long as it answers.
    if (current === household) current = undefined;
    void home.answers().then((answers) => {
      if (household.home !== home) return;
      if (answers) current ??= household;
      else leave(household);
    });
  }

  return (name) => {
    const household = (current ??= begin());
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      postMessage(message) {
        link.open++;
        if (link.port) link.port.postMessage(message);
        else link.waiting?.push(message);
      },
      terminate: () => end(household, link),
    };
    const link: Link = { name, worker, waiting: [], port: undefined, open: 0 };
    household.links.add(link);
    if (household.home) connect(link, household.home);
    return worker;
  };

  function begin(): Household {
    const household: Household = { links: new Set(), home: undefined };
    // In a turn of its own: whoever begins it is in it by then.
    queueMicrotask(() => void settle(household));
    return household;
  }
}
