/** The graph as a picture: a standalone SVG text made from the same layout as the live graph, without a DOM. */
import { t } from '#messages/index.ts';
import { framed } from '../frame.ts';
import { isFolder } from './folder-names.ts';
import { bundlesOf, drawnStrata, type FileRow, type Fold, type GraphLayout, type Lane, type MountMark, type RunLabel, type Stratum } from './geometry.ts';
import { shortenImage } from './label.ts';
import { foldText, labelOf, lettersOf, runText } from './lettering.ts';
import { arrived, edgeMarkup, haloMarkup, lookOfStratum, motionMarkup, shieldMarkup, type Moment } from './moment.ts';
import { escape, signMarkup, type Look } from './standalone.ts';
import { signOf, textOf } from './strata.ts';

export interface SvgOptions extends Look {
  /** Spoken name and longer description: `<title>` and `<desc>`. */
  readonly title: string;
  readonly description: string;
  /** In the foot, in place of the description. */
  readonly caption?: string;
  /** Whether the build was only foreseen. */
  readonly predicted: boolean;
  /** Of the build as it runs; its end where absent. */
  readonly moment?: Moment;
  /** Distinguishes ids when several pictures stand in one page. */
  readonly id?: string;
}

/** A layout → SVG text. */
export function graphSvg(layout: GraphLayout, { id = 'ls', predicted, moment, ...options }: SvgOptions): string {
  const { width, height } = layout;
  const over = { predicted, moment };
  return framed({ ...options, id, width, height }, [
    `<defs><pattern id="${id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--rebuilt-tint)"/><rect width="2" height="5" fill="var(--rebuilt-fill)" opacity=".75"/></pattern></defs>`,
    ...layout.lanes.map((lane) => laneHead(lane)),
    contextHead(layout),
    ...(layout.context?.brackets.map((bracket) => `<path class="ls-bracket" d="${bracket.d}"/>`) ?? []),
    ...bundlesOf(layout.edges).map((bundle) => bundle.map(haloMarkup).join('') + bundle.map((edge) => edgeMarkup(edge, over)).join('')),
    ...layout.ticks.map(({ at }) => `<path class="ls-tick" d="M${at.x - 4} ${at.y}h8"/>`),
    ...layout.mounts.map(mountMarkup),
    ...(layout.context?.rows.map((row) => fileRow(row)) ?? []),
    ...layout.folds.map((fold) => foldMarkup(fold, layout)),
    ...drawnStrata(layout).map((stratum) => stratumMarkup(stratum, layout, over, id)),
    ...layout.runs.map((run) => runMarkup(run, predicted)),
    ...layout.artifacts.map(({ edge, at, path, says, tone }) => `${path === '' ? '' : `<text class="ls-mono small ls-over-line" x="${at.x}" y="${at.y}">${escape(path)}</text>`}${arrived(edge, moment) ? `<text class="ls-word ls-tone-${tone} ls-over-line" x="${at.x}" y="${at.y + (path === '' ? 0 : 15)}">${escape(says)}</text>` : ''}`),
    ...layout.edges.map((edge) => shieldMarkup(edge, moment)),
    plateMarkup(layout, moment),
    motionMarkup(layout, moment),
  ]);
}

/** What a stratum looks like at its moment. */
type Over = { readonly predicted: boolean; readonly moment: Moment | undefined };

function laneHead(lane: Lane): string {
  const tone = lane.stage.needed ? '' : ' ls-quiet';
  return `<text class="ls-lane${tone} ls-over-line" x="${lane.head.x}" y="${lane.head.y}">${escape(lane.name)}</text><text class="ls-over-line" x="${lane.head.x}" y="${lane.head.y + 15}">${escape(lane.role)}</text>`;
}

function contextHead({ context }: GraphLayout): string {
  if (context === undefined || context.role === '') return '';
  return `<text class="ls-lane" x="${context.head.x}" y="${context.head.y}">${escape(t('graph.context'))}</text><text x="${context.head.x}" y="${context.head.y + 15}">${escape(context.role)}</text>`;
}

function mountMarkup({ kind, at, full }: MountMark): string {
  if (kind === 'cache') return `<path class="ls-edge tank" d="M${at.x} ${at.y - 1.5}h8M${at.x} ${at.y + 1.5}h8"/><rect class="ls-mount" x="${at.x + 8}" y="${at.y - 6}" width="9" height="12" rx="2"/>${full ? `<rect class="ls-mount-level" x="${at.x + 10}" y="${at.y - 3}" width="5" height="7"/>` : `<path class="ls-edge tank" d="M${at.x + 10} ${at.y + 3.5}h5"/>`}`;
  if (kind === 'secret') return `<path class="ls-edge context" d="M${at.x + 2} ${at.y}h18"/><circle class="ls-mount" cx="${at.x + 11}" cy="${at.y}" r="3"/>`;
  return `<path class="ls-edge" d="M${at.x - 16} ${at.y}h12"/><circle class="ls-mount" cx="${at.x - 18}" cy="${at.y}" r="2.5"/><path class="ls-arrow rest" d="M${at.x - 8} ${at.y - 3.5}l7 3.5-7 3.5Z"/>`;
}

function fileRow(row: FileRow): string {
  const middle = row.y + row.height / 2;
  const chip = row.edited ? `<rect class="ls-chip" x="${row.x}" y="${row.y}" width="${row.width}" height="${row.height}" rx="3"/>` : '';
  const sign = row.edited && row.readers.length > 0 ? signMarkup('rebuilt', row.x + row.width - 17, middle - 5.5, 11, 'ls-chip-sign') : '';
  const count = isFolder(row) && !row.edited ? `<text class="ls-count" x="${row.x + row.width - 4}" y="${middle + 4}">${row.paths.length}</text>` : '';
  const quiet = row.readers.length === 0 || row.path === '' ? ' ls-quiet' : '';
  return `${chip}${sign}${count}<text class="ls-mono small${quiet}" x="${row.x + 6}" y="${middle + 4}">${escape(row.label)}</text>`;
}

function stratumMarkup(stratum: Stratum, layout: GraphLayout, over: Over, id: string): string {
  const { metrics } = layout;
  const { x, y, width, height } = stratum;
  const look = lookOfStratum(stratum.step, over);
  const inset = Math.min(0.5, height / 8);
  const core = `<rect class="ls-core"${look === 'predicted' ? ` fill="url(#${id}-hatch)"` : ''} x="${x + inset}" y="${y + inset}" width="${metrics.core - 2 * inset}" height="${height - 2 * inset}" rx="1.5"/>`;
  const sign = height < 20 ? '' : signMarkup(signOf(look), x + metrics.core / 2 - 6.5, y + height / 2 - 6.5, 13, 'ls-sign');
  if (stratum.core === true || metrics.lines === 0) return `<g class="ls-stratum ls-${look}">${core}${sign}</g>`;
  const ground = look === 'not-needed' || look === 'stopped' ? `<rect class="ls-ground" x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="2"/>` : `<rect class="ls-ground" x="${x}" y="${y}" width="${width}" height="${height}" rx="2"/>`;
  const plaque = look === 'predicted' ? `<rect class="ls-plaque" x="${x + 3.5}" y="${y + height / 2 - 8.5}" width="${metrics.core - 7}" height="17" rx="2"/>` : '';
  return `<g class="ls-stratum ls-${look}">${ground}${core}${plaque}${sign}${stratumLines(stratum, layout, over)}</g>`;
}

function stratumLines(stratum: Stratum, layout: GraphLayout, over: Over): string {
  const { step } = stratum;
  const text = textOf(step, lookOfStratum(step, over), over.moment?.moving.cores.find((core) => core.step === step.id)?.elapsed);
  const letters = lettersOf(stratum, layout.metrics, text);
  const label = labelOf(step, letters.limit);
  const rest = label.rest === '' ? '' : ` ${escape(label.rest)}`;
  const first = `<text class="ls-mono" x="${letters.left}" y="${letters.line1}" xml:space="preserve"><tspan class="ls-keyword">${escape(label.keyword)}</tspan>${rest}</text>`;
  const mark = text.modelled ? signMarkup('modelled', letters.mark.x, letters.mark.y, 12, 'ls-modelled') : '';
  if (letters.line2 === undefined) return `${first}<text class="ls-figure ls-end" x="${letters.right}" y="${letters.line1}">${escape(letters.figure)}</text>${mark}`;
  const turned = over.moment?.moving.keys.includes(step.id) === true ? over.moment.digits.get(step.id) : undefined;
  if (turned) return `${first}${mark}<text class="ls-digits old" x="${letters.left}" y="${letters.line2}">${escape(turned.before)}</text><text class="ls-digits ls-end" x="${letters.right}" y="${letters.line2}">${escape(turned.after)}</text>`;
  const figure = letters.figure === '' ? '' : `<tspan class="ls-figure" dx="5">${escape(letters.figure)}</tspan>`;
  return `${first}${mark}<text x="${letters.left}" y="${letters.line2}"><tspan class="ls-word">${escape(letters.word)}</tspan>${figure}</text>${letters.bytes === '' ? '' : `<text class="ls-end" x="${letters.right}" y="${letters.line2}">${escape(letters.bytes)}</text>`}`;
}

function foldMarkup(fold: Fold, { metrics, density, lanes }: GraphLayout): string {
  const look = lanes[fold.lane]!.stage.needed ? 'cached' : 'not-needed';
  if (density === 'map') return `<g class="ls-stratum ls-${look}"><rect class="ls-core" x="${fold.x + 0.5}" y="${fold.y + 0.5}" width="${fold.width - 1}" height="${fold.height - 1}" rx="2"/></g>`;
  const y = fold.y + fold.height / 2 + 4;
  return `<g class="ls-stratum ls-cached"><rect class="ls-ground" x="${fold.x}" y="${fold.y}" width="${fold.width}" height="${fold.height}" rx="2"/><text x="${fold.x + metrics.core + 9}" y="${y}"><tspan class="ls-word">${escape(foldText(fold))}</tspan></text></g>`;
}

function runMarkup(run: RunLabel, predicted: boolean): string {
  const { look, says, figure } = runText(run, predicted);
  const tone = look === 'cached' ? 'cached' : look === 'rebuilt' || look === 'predicted' ? 'rebuilt' : look;
  return `<g class="ls-stratum ls-${tone === 'rebuilt' ? 'predicted' : tone}">${signMarkup(signOf(look), run.at.x, run.at.y + 1.5, 9, 'ls-run-sign')}<text class="ls-word ls-over-line" x="${run.at.x + 13}" y="${run.at.y + 10}">${escape(says)}</text>${figure === '' ? '' : `<text class="ls-over-line" x="${run.at.x + 13}" y="${run.at.y + 24}">${figure}</text>`}</g>`;
}

function plateMarkup({ plate }: GraphLayout, moment: Moment | undefined): string {
  if (plate === undefined) return '';
  const limit = Math.floor((plate.width - 20) / 6.6);
  const modelled = plate.modelled && moment === undefined;
  return `<path class="ls-edge" d="${plate.spine}"/><rect class="ls-plate" x="${plate.x + 0.5}" y="${plate.y + 0.5}" width="${plate.width - 1}" height="${plate.height - 1}" rx="4"/><text class="ls-plate-name" x="${plate.x + 10}" y="${plate.y + 19}">${escape(shortenImage(plate.name, limit))}</text><text x="${plate.x + 10}" y="${plate.y + 35}">${escape(moment === undefined ? plate.says : t('graph.plate-not-built'))}</text>${modelled ? signMarkup('modelled', plate.x + plate.width - 21, plate.y + 25, 12, 'ls-modelled') : ''}`;
}
