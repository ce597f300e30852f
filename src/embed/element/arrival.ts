/** When an element begins: at once, near the window, or at the first touch. */
import type { Presentation } from '../vocabulary.ts';

/** How far below or above the window an element is near it. */
const margin = '400px 0px';

/** Calls `begin` once, when its time has come. Returns what gives that up. A touch is not waited for here: it always counts. */
export function awaitArrival(node: Element, load: Presentation['load'], begin: () => void): () => void {
  if (load === 'click') return () => {};
  if (load === 'eager' || typeof IntersectionObserver === 'undefined') {
    begin();
    return () => {};
  }
  let giveUp = (): void => {};
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      giveUp = whenIdle(begin);
    },
    { rootMargin: margin },
  );
  observer.observe(node);
  return () => {
    observer.disconnect();
    giveUp();
  };
}

/** When the page has a moment, and soon in any case. */
function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(then, { timeout: 1500 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(then, 200);
  return () => clearTimeout(id);
}

/** Resolves when no text of a node is selected: who marks it is about to copy it. */
export function whenUnselected(node: Element): Promise<void> {
  const selected = (): boolean => {
    const selection = getSelection();
    return selection !== null && !selection.isCollapsed && selection.containsNode(node, true);
  };
  if (!selected()) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (selected()) return;
      document.removeEventListener('selectionchange', look);
      resolve();
    };
    document.addEventListener('selectionchange', look);
  });
}
