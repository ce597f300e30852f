/** Whether the page is drawn for a projector, as its root says. */
import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  const observer = new MutationObserver(update);
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] });
  return () => observer.disconnect();
});

/** Read anew when the density changes. */
export function onProjector(): boolean {
  subscribe();
  return document.documentElement.dataset.density === 'projector';
}
