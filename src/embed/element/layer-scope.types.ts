/** The element as a page sees it: properties for its attributes, methods, events. */
import type { Events, Methods, Presentation } from '../vocabulary.ts';

/** `<layer-scope>`. `load` and `step` are methods; as attributes they say when it begins and with which step. */
export interface LayerScopeElement extends HTMLElement, Methods {
  /** A link to a scene, or the address of a named one. */
  src: string;
  /** What stands in a link behind `#`. */
  state: string;
  scene: string;
  lesson: string;
  /** A selector that leads to a code block of the page. */
  dockerfileFrom: string;
  view: Presentation['view'] | '';
  file: string;
  theme: Presentation['theme'] | '';
  readonly: boolean;
  ui: Presentation['ui'] | '';
  motion: Presentation['motion'] | '';
  /** Pixels. */
  height: string | number;
  expect: string | readonly string[];
  edit: string;
  predict: boolean;
}

/** Events of the element, by their names: they bubble, and their `detail` is what is told. */
export type LayerScopeEvents = { readonly [E in keyof Events as `ls:${E}`]: CustomEvent<Events[E]> };

declare global {
  interface HTMLElementTagNameMap {
    'layer-scope': LayerScopeElement;
  }
  interface HTMLElementEventMap extends LayerScopeEvents {
    readonly 'ls:ready': LayerScopeEvents['ls:ready'];
  }
}
