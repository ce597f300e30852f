/** The frame around the page's own content: a bar that says what this can be, and begins it. */
import { word, type Word } from './words.ts';

export interface Still {
  readonly node: HTMLElement;
  readonly button: HTMLButtonElement;
  /** Around the page's own content. */
  readonly own: HTMLElement;
  /** What it says and what its button does, in the language of the page; `why`: in place of what it says by itself. */
  say(state: StillState, lang: string, why?: string): void;
  /** As high as somebody wishes, in pixels. */
  height(pixels: number | undefined): void;
}

/** Nothing was touched yet, it is on its way, it did not arrive, what it is to show cannot be shown, there is nothing to begin with. */
export type StillState = 'at-rest' | 'loading' | 'failed' | 'refused' | 'nothing';

const says: Readonly<Record<StillState, Word>> = { 'at-rest': 'element.what', loading: 'element.what', failed: 'element.failed', refused: 'element.nothing', nothing: 'element.nothing' };
const offers: Readonly<Record<StillState, Word | undefined>> = { 'at-rest': 'element.start', loading: 'element.loading', failed: 'element.again', refused: undefined, nothing: undefined };

export function createStill(): Still {
  const node = part('div', 'ls-still');
  const own = part('div', 'ls-own');
  own.append(document.createElement('slot'));
  const bar = part('div', 'ls-bar');
  const sentence = part('span', 'ls-says');
  sentence.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  bar.append(mark(), sentence, button);
  node.append(own, bar);
  return {
    node,
    button,
    own,
    say(state, lang, why) {
      const offer = offers[state];
      // A status that says the same again would be read out again.
      const text = why ?? word(says[state], lang);
      if (sentence.textContent !== text) sentence.textContent = text;
      bar.lang = /^de\b/i.test(lang) ? 'de' : 'en';
      button.hidden = offer === undefined;
      button.textContent = offer === undefined ? '' : word(offer, lang);
      // Not `disabled`: that would take the focus away from who has just used it.
      button.setAttribute('aria-disabled', String(state === 'loading'));
    },
    height(pixels) {
      node.style.height = pixels === undefined ? '' : `${pixels}px`;
      if (pixels === undefined) own.removeAttribute('tabindex');
      else own.tabIndex = 0;
    },
  };
}

function part(name: 'div' | 'span', kind: string): HTMLElement {
  const node = document.createElement(name);
  node.className = kind;
  return node;
}

/** The mark: a core of four strata, two the same, two changed, and what a change spared. */
function mark(): SVGElement {
  const svg = drawn('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  const [same, changed] = ['#2b86bd', '#d5712a'];
  svg.append(
    drawn('path', { d: 'M0 0h16v3H0z', fill: same }),
    drawn('path', { d: 'M0 4h16v3H0z', fill: same, opacity: '.6' }),
    drawn('path', { d: 'M0 8h11v3H0z', fill: changed }),
    drawn('path', { d: 'M0 12h11v3H0z', fill: changed, opacity: '.6' }),
    drawn('path', { d: 'M13.5 8.5h2v6h-2z', fill: 'none', stroke: 'currentColor', 'stroke-dasharray': '1.5 1.5', opacity: '.6' }),
  );
  return svg;
}

function drawn(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
