/** What stands around every picture of a view: its name and description, its rules, its ground, and where it leaves the page its foot. */
import { footed } from './foot.ts';
import { escape, styleMarkup, type Look } from './graph/standalone.ts';

export interface FrameOptions extends Look {
  /** Of the picture: every id in it begins with it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What the foot says in place of the description; empty: nothing, with the description's lines kept free. */
  readonly caption?: string;
  /** Gets smaller with its page. */
  readonly fluid?: boolean;
  /** Rules for this picture alone, each with one block; they hold for what is below its root. */
  readonly rules?: readonly string[];
}

/** What a view draws → SVG text. Pictures are in the classes of `graph.css`, and in those of their own rules. */
export function framed(options: FrameOptions, drawn: readonly string[]): string {
  const { id, fluid = false, theme, styles, bare = false, rules = [] } = options;
  const root = `#${id}-svg`;
  const { parts, width, height } = options.foot ? footed(options, drawn) : { parts: drawn, width: options.width, height: options.height };
  const own = rules.map((rule) => scoped(rule, root)).join('');
  const style = theme === 'page' ? (own === '' ? '' : `<style>${own}</style>`) : styleMarkup({ theme, ...(styles && { styles: { ...styles, graph: styles.graph + own } }) }, root);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}-svg" class="ls-graph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${fluid ? ' style="max-width:100%;height:auto"' : ''} role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escape(options.title)}</title><desc id="${id}-desc">${escape(options.description)}</desc>`,
    style,
    theme === 'page' || bare ? '' : `<rect width="${width}" height="${height}" fill="var(--surface)"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** `.a,.b{…}` → `#id .a,#id .b{…}`. */
function scoped(rule: string, root: string): string {
  return rule.replace(/^[^{]+/, (selectors) => selectors.split(',').map((selector) => `${root} ${selector}`).join(','));
}
