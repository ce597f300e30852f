/** What the page knows of its copy in this browser. Small, because it is there before anything else is: `start.ts` fills it in later. */
import type { Component } from 'svelte';

/** A browser's offer to install the page (Chromium's `beforeinstallprompt`). */
export interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

class Offline {
  /** How much is kept: `asks` where the connection is metered and nothing is loaded unasked. */
  copy: 'none' | 'asks' | 'filling' | 'whole' = $state('none');
  /** The person asked for it, and is told how far it is; what is loaded unasked says nothing before it is whole. */
  asked = $state(false);
  /** Bytes that are kept, and that there are. */
  done = $state(0);
  total = $state(0);
  /** Another version: ready to be taken over, or running in another tab already. */
  update: 'none' | 'ready' | 'elsewhere' = $state('none');
  /** A part of the page did not arrive. */
  missing = $state(false);
  offer: InstallOffer | undefined = $state.raw();
  /** The line behind More and the notices, when they are there. */
  Line: Component | undefined = $state.raw();
  Notices: Component | undefined = $state.raw();
  /** Takes the new version over. */
  takeOver: () => void = () => {};
  /** Begins to load although the connection is metered. */
  fill: () => void = () => {};
}

export const offline = new Offline();

/** Loads the rest when the page is alive and idle. The function that is given back ends what listens. */
export function beginOffline(): () => void {
  const onoffer = (event: Event) => {
    event.preventDefault();
    offline.offer = event as InstallOffer;
  };
  const oninstalled = () => (offline.offer = undefined);
  addEventListener('beforeinstallprompt', onoffer);
  addEventListener('appinstalled', oninstalled);
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1_000));
  const begin = () => later(() => void import('./start.ts').then(({ start }) => start(), () => undefined), { timeout: 5_000 });
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
  return () => {
    removeEventListener('beforeinstallprompt', onoffer);
    removeEventListener('appinstalled', oninstalled);
    removeEventListener('load', begin);
  };
}
