/** The part of XML that project files are written in: elements, attributes, text, comments, CDATA. No entities of their own. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without blanks around it. */
  readonly text: string;
}

export type XmlResult = { readonly value: XmlElement } | { readonly error: string; readonly line: number };

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+|</g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The root element of a document. */
export function readXml(text: string): XmlResult {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const match of text.matchAll(TOKEN)) {
    const [token, cdata, closing, name, attributes, empty] = match;
    const top = open.at(-1)!;
    const failed = (error: string) => ({ error, line: text.slice(0, match.index).split('\n').length });
    if (cdata !== undefined) top.text += cdata;
    else if (token === '<') return failed('unexpected character in markup');
    else if (name === undefined) top.text += token[0] === '<' ? '' : decode(token);
    else if (closing === '/') {
      if (open.length === 1 || top.name !== name) return failed(`end tag name </${name}> must match start tag name <${top.name}>`);
      open.pop();
      open.at(-1)!.children.push({ ...top, text: top.text.trim() });
    } else {
      const element: Open = { name, attributes: readAttributes(attributes ?? ''), children: [], text: '' };
      if (empty === '/') top.children.push(element);
      else open.push(element);
    }
  }
  const lines = text.split('\n').length;
  if (open.length > 1) return { error: `no more data available - expected end tag </${open.at(-1)!.name}>`, line: lines };
  const [first] = root.children;
  return first ? { value: first } : { error: 'only whitespace content allowed before start tag', line: 1 };
}

/** The elements at a path below one: `dependencies/dependency`. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  return path.split('/').reduce<readonly XmlElement[]>((at, name) => at.flatMap((one) => one.children.filter((child) => child.name === name)), [element]);
}

/** The text of the first element at a path. */
export function textAt(element: XmlElement, path: string): string | undefined {
  return elementsAt(element, path)[0]?.text;
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, a, b]) => [name!, decode(a ?? b ?? '')]));
}

function decode(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
