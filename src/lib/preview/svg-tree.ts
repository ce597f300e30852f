/** The text of a picture that we have drawn → a tree of its elements, and back. Not for XML from elsewhere. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Element | string)[];
}

/** The first element of the text; throws where tags do not match, which is a mistake of ours. */
export function parseSvg(text: string): Element {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [, closes, name, attributes, empty, words] of text.matchAll(tag)) {
    const parent = open.at(-1)!;
    if (words !== undefined) parent.children.push(words);
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name ?? ''}> closes nothing`);
    } else {
      const element: Open = { name: name!, attributes: Object.fromEntries([...attributes!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const first = root.children.find((child) => typeof child !== 'string');
  if (!first || open.length !== 1) throw new Error('this is no picture');
  return first;
}

export function svgText({ name, attributes, children }: Element): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${written.join('')}${children.length === 0 ? '/>' : `>${children.map((child) => (typeof child === 'string' ? child : svgText(child))).join('')}</${name}>`}`;
}
