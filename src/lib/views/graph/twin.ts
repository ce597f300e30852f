/** The graph in sentences, for those who listen: the same lanes and steps in the same order. */
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { t } from '#messages/index.ts';
import { isFolder } from './folder-names.ts';
import type { GraphLayout, Lane } from './geometry.ts';
import { familiarImage } from './label.ts';
import { lookOf, textOf, type Look } from './strata.ts';
import { lanesRead } from './ranks.ts';
import { fullRole } from './roles.ts';
import type { Mark } from './timeline.ts';

/** A number with its unit spoken: `6.8 seconds`, `75.2 megabytes`. */
export function spokenFigure(figure: string): string {
  const units: Readonly<Record<string, string>> = { s: t('graph.unit-s'), min: t('graph.unit-min'), B: t('graph.unit-b'), kB: t('graph.unit-kb'), MB: t('graph.unit-mb'), GB: t('graph.unit-gb'), TB: t('graph.unit-tb') };
  return figure.replace(/([\d.,]+)\s(s|min|B|kB|MB|GB|TB)\b/g, (_, number: string, unit: string) => `${number} ${units[unit]}`);
}

/** An instruction as it is said: `COPY . .` → `COPY everything to the current folder`. */
export function spokenStep(text: string): string {
  const [keyword = '', ...words] = visibleText(text).split(/\s+/);
  const stage = words.find((word) => word.startsWith('--from='))?.slice(7);
  const rest = words.filter((word) => !word.startsWith('--'));
  if ((keyword === 'COPY' || keyword === 'ADD') && rest.length > 1) {
    const last = rest[rest.length - 1]!;
    const place = last === '.' || last === './' ? t('graph.spoken-here') : last;
    const sources = rest.slice(0, -1).map((word) => (word === '.' || word === './' ? t('graph.spoken-everything') : word)).join(' ');
    return stage === undefined ? t('graph.spoken-copy', { keyword, sources, place }) : t('graph.spoken-copy-from', { keyword, stage, sources, place });
  }
  return keyword === 'FROM' ? `FROM ${[familiarImage(rest[0] ?? ''), ...rest.slice(1)].join(' ').replace(/:([^/\s]+)(?=\s|$)/, ' $1')}` : visibleText(text);
}

/** `Stage build, 6 steps, not in the image.` */
export function laneSentence(lane: Lane): string {
  const name = lane.stage.name.replace(/^stage-(?=\d+$)/, '');
  const sentences = [t('graph.twin-stage', { name: visibleText(name), role: fullRole(lane.stage) })];
  if (lane.stage.configOnly.length > 0) sentences.push(t('graph.twin-config', { keywords: lane.stage.configOnly.map(({ keyword }) => keyword).join(', ') }));
  if (lane.shut) sentences.push(t('graph.twin-shut'));
  return sentences.join(' ');
}

/** The sentences of a layout: what each step is joined to is looked up once. */
export function tellerOf(record: BuildRecord, layout: GraphLayout): (step: StepRecord, look?: Look) => string {
  const told: Told = {
    record,
    layout,
    steps: new Map(record.steps.map((step) => [step.id, step])),
    stopsFrom: new Map(layout.edges.flatMap((edge) => (edge.outcome === 'stopped' && edge.from !== undefined ? [[edge.from, edge.to] as const] : []))),
    stopsAt: new Set(layout.edges.flatMap((edge) => (edge.outcome === 'stopped' ? [edge.to] : []))),
  };
  return (step, look = lookOf(step, record.predicted)) => stepSentence(step, look, told);
}

interface Told {
  readonly record: BuildRecord;
  readonly layout: GraphLayout;
  readonly steps: ReadonlyMap<string, StepRecord>;
  /** Where a wave stops: from the step that ran to the one that reads it, and the readers. */
  readonly stopsFrom: ReadonlyMap<string, string>;
  readonly stopsAt: ReadonlySet<string>;
}

/** One step with its state, its numbers and its cause. */
function stepSentence(step: StepRecord, look: Look, told: Told): string {
  const { record } = told;
  const text = textOf(step, look);
  const facts = [text.word, text.figure, text.modelled && text.figure !== '' ? t('graph.twin-modelled') : ''].filter((fact) => fact !== '').map(spokenFigure).join(', ');
  const sentences = [t('graph.twin-step', { index: step.index, total: step.total, text: spokenStep(step.text) }), stateSentence(step, look, facts, told)];
  if (look === 'cached' && text.bytes !== '') sentences.push(text.modelled ? t('graph.twin-bytes-modelled', { bytes: spokenFigure(text.bytes) }) : t('graph.twin-bytes', { bytes: spokenFigure(text.bytes) }));
  const reader = told.stopsFrom.get(step.id);
  if (reader !== undefined) {
    const path = visibleText(lanesRead(told.steps.get(reader)!).find((read) => read.from === step.id)?.path ?? '');
    sentences.push(record.predicted ? t('graph.twin-will-stop', { path }) : t('graph.twin-stops', { path }));
  }
  return [...sentences, ...mountSentences(step)].join(' ');
}

/** What a step mounts and reads from outside, also where no mark is drawn. */
function mountSentences({ reads }: StepRecord): readonly string[] {
  const list = (names: readonly string[]) => [...new Set(names)].map((name) => visibleText(name)).join(', ');
  const caches = reads.flatMap((read) => (read.kind === 'cache' ? [read.target] : []));
  const secrets = reads.flatMap((read) => (read.kind === 'secret' || read.kind === 'ssh' ? [read.id] : []));
  const outside = reads.flatMap((read) => (read.kind === 'remote' ? [read.url] : (read.kind === 'copy' || read.kind === 'bind') && read.image !== undefined ? [read.image] : []));
  return [
    ...(caches.length > 0 ? [t('graph.twin-cache', { names: list(caches) })] : []),
    ...(secrets.length > 0 ? [t('graph.twin-secret', { names: list(secrets) })] : []),
    ...(outside.length > 0 ? [t('graph.twin-outside', { names: list(outside) })] : []),
  ];
}

/** One step whose outcome is hidden, with what the viewer says of it. */
export function guessSentence(step: StepRecord, says: string): string {
  return `${t('graph.twin-step', { index: step.index, total: step.total, text: spokenStep(step.text) })} ${says}`;
}

/** The state with its cause, where there is one to tell. */
function stateSentence(step: StepRecord, look: Look, facts: string, { record, layout, steps, stopsAt }: Told): string {
  if (look === 'cached' && stopsAt.has(step.id)) return t('graph.twin-because-same', { facts });
  if (look !== 'rebuilt' && look !== 'predicted') return t('graph.twin-state', { facts });
  const files = layout.context?.rows.filter((row) => row.edited && row.path !== '' && row.readers.includes(step.id)).map((row) => visibleText(row.path)) ?? [];
  if (files.length > 0) return t('graph.twin-because-changed', { facts, files: files.join(', ') });
  const above = step.reads.flatMap((read) => ('step' in read && read.step !== undefined ? [steps.get(read.step)] : [])).find((read) => read?.state === 'rebuilt');
  if (above === undefined) return t('graph.twin-state', { facts });
  const values = { facts, step: above.index, stage: visibleText(record.stages[above.stage]?.name ?? '') };
  if (above.stage === step.stage) return record.predicted ? t('graph.twin-because-will-run', values) : t('graph.twin-because-ran', values);
  return record.predicted ? t('graph.twin-because-other-will-run', values) : t('graph.twin-because-other-ran', values);
}

/** What an event of a replay comes to. */
export function momentOf(record: BuildRecord, mark: Mark | undefined): string {
  const step = record.steps.find((candidate) => candidate.id === mark?.step);
  if (mark === undefined || step === undefined) return '';
  const values = { step: step.index, stage: visibleText(record.stages[step.stage]?.name ?? '') };
  switch (mark.kind) {
    case 'start':
      return t('graph.moment-start', values);
    case 'end':
      return t('graph.moment-end', values);
    case 'fail':
      return t('graph.moment-fail', values);
    case 'stop':
      return t('graph.moment-stop', values);
  }
}

/** `README.md, edited, read by 1 step.` and the like, for a row of the context lane. */
export function fileSentence(row: { readonly path: string; readonly paths: readonly string[]; readonly edited: boolean; readonly readers: readonly string[] }): string {
  const files = row.paths.length;
  const path = visibleText(row.path);
  const name = row.path === '' ? t('graph.file-rest', { n: files }) : isFolder(row) ? t('graph.file-folder', { path, n: files }) : path;
  return row.edited ? t('graph.file-edited', { name, n: row.readers.length }) : t('graph.file-read', { name, n: row.readers.length });
}
