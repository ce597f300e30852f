/** The picture inside an embed: the graph as it will be, for who has no scripts, and for everybody until they arrive. */
import { sha256 } from '#engine/fs/index.ts';
import { describeGraph } from '#lib/views/graph/describe.ts';
import { picture } from '#lib/views/graph/picture.ts';
import { styles } from '#lib/views/graph/styles.ts';
import type { Presentation } from '#embed/vocabulary.ts';
import type { Options } from './options.ts';
import type { Shown } from './outcome.ts';
import { svgTree, tag, type Piece } from './tree.ts';

/** Pixels of the graph alone: in the column of a page, where a foot and its margin come around it, and on a phone. */
const widths = { wide: 672, narrow: 340 } as const;

/** Windows that are given the narrow one. */
const phone = '(max-width: 640px)';

/** Nothing where the Dockerfile cannot be read or no picture is wanted. */
export function still(shown: Shown, title: string, theme: Presentation['theme'], where: Options['picture'] = 'data'): readonly Piece[] {
  const { record, files, edited } = shown;
  if (!record || record.steps.length === 0 || where === false) return [];
  const id = `ls-${sha256(JSON.stringify([record.dockerfile.text, [...edited], title])).slice(7, 15)}`;
  const draw = (width: number, narrow: boolean) => picture.draw({ id, title, record, files: narrow ? [] : files, edited }, { width, theme, styles, foot: !narrow });
  const wide = draw(widths.wide, false);
  if (wide === undefined) return [];
  if (where === 'inline') return [svgTree(wide)];
  const narrow = draw(widths.narrow, true) ?? wide;
  const url = (svg: string, name: string) => (typeof where === 'function' ? where(svg, name) : dataUrl(svg));
  const size = (svg: string) => (['width', 'height'] as const).map((side): readonly [string, string] => [side, new RegExp(`^<svg[^>]* ${side}="([\\d.]+)"`).exec(svg)?.[1] ?? '']);
  return [
    tag('picture', [], [
      tag('source', [['media', phone], ['srcset', url(narrow, `${id}-narrow`)], ...size(narrow)]),
      tag('img', [['src', url(wide, id)], ['alt', `${title}. ${describeGraph(record)}`], ...size(wide), ['loading', 'lazy']]),
    ]),
  ];
}

/** As an address: without commas and spaces, which would end it in a `srcset`. */
function dataUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll(/%(?:3D|3A|2F|3B|40|2B)/g, (code) => decodeURIComponent(code))}`;
}
