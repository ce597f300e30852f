/** What every picture of a view carries that is made without a DOM: its rules and colours, its signs, its escaped names. */
import { SIGNS, type SignName } from '#lib/ui/signs/sign.ts';

export interface Look {
  /**
   * Where colours come from. `page`: the page that it is put into, which has the view's rules and the tokens. `auto`: its own,
   * following the reader's light or dark setting. `light`, `dark`: its own, fixed. All but `page` need `styles`.
   */
  readonly theme: 'page' | 'auto' | 'light' | 'dark';
  /** The texts of `graph.css` and of the design tokens: `styles.ts` has them. */
  readonly styles?: { readonly graph: string; readonly tokens: string };
  /** With a margin, and below it what is seen in words and what drew it: for a picture that leaves the page. */
  readonly foot?: boolean;
  /** Without a ground: what it lies on shows through. */
  readonly bare?: boolean;
}

/** Rules and the colours that they use, for the elements under `root`; nothing where the page has them. */
export function styleMarkup({ theme, styles }: Look, root: string): string {
  if (theme === 'page' || styles === undefined) return '';
  const pairs = [...styles.tokens.matchAll(/(--[a-z0-9-]+):\s*light-dark\(([^,()]+),\s*([^()]+)\)/g)].filter(([, name]) => styles.graph.includes(`var(${name!})`));
  const block = (of: 2 | 3) => pairs.map((pair) => `${pair[1]}:${pair[of]!.trim()};`).join('');
  const fonts = '--sans:Inter,system-ui,sans-serif;--mono:"JetBrains Mono",ui-monospace,Menlo,monospace;';
  const light = `${root}{${fonts}${block(theme === 'dark' ? 3 : 2)}}`;
  const dark = theme === 'auto' ? `@media (prefers-color-scheme:dark){${root}{${block(3)}}}` : '';
  return `<style>${minify(light + dark + styles.graph)}</style>`;
}

export function signMarkup(name: SignName, x: number, y: number, size: number, className: string): string {
  const shapes = SIGNS[name].map(({ d, stroke, opacity }) => {
    const paint = stroke === undefined ? 'fill="currentColor"' : `fill="none" stroke="currentColor" stroke-width="${stroke}"`;
    return `<path d="${d}" ${paint}${opacity === undefined ? '' : ` opacity="${opacity}"`}/>`;
  });
  return `<svg class="${className}" x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 12 12">${shapes.join('')}</svg>`;
}

/** Control characters and halves of pairs: no XML can have them. */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it may stand between tags and in attributes. */
export function escape(text: string): string {
  return text.replace(ILLEGAL, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function minify(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').trim();
}
