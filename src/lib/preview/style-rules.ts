/** The rules of a style sheet, as far as a picture that does not move needs them: element names, classes, `:not()`, descendants. */
import type { Element } from './svg-tree.ts';

interface Compound {
  readonly name?: string;
  readonly classes: readonly string[];
  readonly not: readonly Compound[];
}

export interface Rule {
  /** Descendants, the innermost last. */
  readonly selector: readonly Compound[];
  readonly weight: number;
  readonly declared: Readonly<Record<string, string>>;
}

/** Rules with anything else in them (states, conditions, attributes) say nothing about a still picture and are left out. */
export function rulesOf(sheet: string): readonly Rule[] {
  const plain = sheet.replace(/\/\*[^]*?\*\//g, '').replace(/@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
    const declared = Object.fromEntries(body!.split(';').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
    }));
    return outside(selectors!).flatMap((selector) => {
      const read = selector.trim().split(/\s+(?![^(]*\))/).map(compound);
      return read.every((one) => one !== undefined) ? [{ selector: read, weight: read.reduce((sum, one) => sum + weigh(one), 0), declared }] : [];
    });
  });
}

/** Selectors of a list, without cutting those in brackets. */
const outside = (list: string): readonly string[] => list.split(/,(?![^(]*\))/);

function compound(text: string): Compound | undefined {
  const match = /^([a-z]+)?((?:\.[\w-]+|:not\([^()]*\))*)$/.exec(text);
  if (!match || text === '') return undefined;
  const not = [...match[2]!.matchAll(/:not\(([^()]*)\)/g)].flatMap(([, list]) => list!.split(',').map((one) => compound(one.trim())));
  if (not.some((one) => one === undefined)) return undefined;
  const classes = [...match[2]!.replace(/:not\([^()]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);
  return { ...(match[1] !== undefined && { name: match[1] }), classes, not: not as readonly Compound[] };
}

const weigh = ({ name, classes, not }: Compound): number => (name === undefined ? 0 : 1) + 10 * classes.length + Math.max(0, ...not.map(weigh));

/** `path`: the element with what it stands in, the outermost first. */
export function matches({ selector }: Rule, path: readonly Element[]): boolean {
  let at = path.length - 1;
  const [last] = selector.slice(-1);
  if (!last || !fits(last, path[at]!)) return false;
  for (const outer of selector.slice(0, -1).reverse()) {
    do at--;
    while (at >= 0 && !fits(outer, path[at]!));
    if (at < 0) return false;
  }
  return true;
}

function fits({ name, classes, not }: Compound, element: Element): boolean {
  const has = (element.attributes.class ?? '').split(' ');
  return (name === undefined || name === element.name) && classes.every((one) => has.includes(one)) && !not.some((one) => fits(one, element));
}
