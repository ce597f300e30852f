/** Attributes of the element as properties: what a script or a framework sets on the element stands in its attributes. */

import { presentationFlags } from '../read-presentation.ts';

/** Names of properties, and of the attributes that they stand for. */
const properties = {
  src: 'src', state: 'state', scene: 'scene', lesson: 'lesson', dockerfileFrom: 'dockerfile-from', view: 'view', file: 'file', theme: 'theme', readonly: 'readonly', ui: 'ui', motion: 'motion', height: 'height', expect: 'expect', edit: 'edit', predict: 'predict',
} as const;

/** Gives a class of elements these properties: texts, but that `readonly` and `predict` are true or false. */
export function reflect(prototype: HTMLElement): void {
  for (const [property, attribute] of Object.entries(properties)) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return presentationFlags.includes(attribute) ? this.hasAttribute(attribute) && this.getAttribute(attribute) !== 'false' : (this.getAttribute(attribute) ?? '');
      },
      set(this: HTMLElement, value: unknown) {
        write(this, attribute, value);
      },
    });
  }
}

/** Writes a value as an attribute: a list as its words, what is false or missing as no attribute at all. */
export function write(node: HTMLElement, attribute: string, value: unknown): void {
  if (value === undefined || value === null || value === false) node.removeAttribute(attribute);
  else node.setAttribute(attribute, value === true ? '' : Array.isArray(value) ? value.join(',') : String(value));
}

/** Takes over what was set on the element before its class was there: such properties hide those of the class. */
export function takeEarly(node: HTMLElement): void {
  for (const property of [...Object.keys(properties), 'load', 'step']) {
    if (!Object.hasOwn(node, property)) continue;
    const value: unknown = Reflect.get(node, property);
    Reflect.deleteProperty(node, property);
    Reflect.set(node, property, value);
  }
}
