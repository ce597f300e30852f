/** A picture with rules and colours of the page → the same with every colour written where it is used, for programs that know no style sheets. */
import { matches, rulesOf, type Rule } from './style-rules.ts';
import type { Element } from './svg-tree.ts';

/** Properties that are attributes of SVG too. */
const attributes: ReadonlySet<string> = new Set(['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'text-decoration', 'color', 'paint-order', 'display']);

type Values = Readonly<Record<string, string>>;

/** Every `--name` of the design tokens, in one of the two themes. */
export function tokensOf(sheet: string, theme: 'light' | 'dark'): Values {
  const root = /:root\s*\{([^}]*)\}/.exec(sheet.replace(/\/\*[^]*?\*\//g, ''))?.[1] ?? '';
  return Object.fromEntries([...root.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.replace(/light-dark\(([^,()]+),\s*([^()]+)\)/g, theme === 'light' ? '$1' : '$2').trim()]));
}

export function inlined(picture: Element, sheet: string, tokens: Values): Element {
  return inline(picture, [], { rules: rulesOf(sheet), values: tokens, face: { family: 'Inter', weight: 400 } });
}

/** What an element has from those around it. */
interface Given {
  readonly rules: readonly Rule[];
  readonly values: Values;
  readonly face: Face;
}

function inline(element: Element, outer: readonly Element[], { rules, values: known, face: around }: Given): Element {
  const path = [...outer, element];
  const declared = Object.assign({}, ...rules.filter((rule) => matches(rule, path)).sort((a, b) => a.weight - b.weight).map((rule) => rule.declared)) as Record<string, string>;
  const own = Object.fromEntries(Object.entries(declared).filter(([name]) => name.startsWith('--')));
  const values = { ...known, ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, resolved(value, { ...known, ...own })])) };
  const styled = Object.fromEntries(Object.entries(declared).filter(([name]) => attributes.has(name)));
  const all = Object.fromEntries(Object.entries({ ...element.attributes, ...styled }).map(([name, value]) => [name, resolved(value, values)]));
  const { 'font-family': list, 'font-weight': weight } = all;
  const face: Face = { family: list === undefined ? around.family : family(list), weight: weight === undefined ? around.weight : Number(weight) };
  const set = list === undefined && weight === undefined ? {} : fontOf(face);
  return { name: element.name, attributes: { ...all, ...set }, children: element.children.map((child) => (typeof child === 'string' ? child : inline(child, path, { rules, values, face }))) };
}

interface Face {
  readonly family: string;
  readonly weight: number;
}

/** Still fonts have a family of its own for each weight but two. */
export function fontOf({ family, weight }: Face): { readonly 'font-family': string; readonly 'font-weight': string } {
  if (family !== 'Inter') return { 'font-family': family, 'font-weight': weight >= 600 ? '700' : '400' };
  return { 'font-family': weight >= 600 ? 'Inter SemiBold' : weight >= 500 ? 'Inter Medium' : 'Inter', 'font-weight': '400' };
}

/** `var(--name)` and `var(--name, other)`, whatever they lead to; a circle ends as it is. */
function resolved(value: string, values: Values, depth = 0): string {
  if (depth > 8 || !value.includes('var(')) return value;
  return resolved(value.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (whole, name: string, other: string | undefined) => values[name] ?? other ?? whole), values, depth + 1);
}

/** The first name that a rasteriser has: still fonts stand for variable ones. */
const family = (list: string): string => list.split(',')[0]!.replaceAll(/['"]|&quot;/g, '').replace(' Variable', '').trim();
