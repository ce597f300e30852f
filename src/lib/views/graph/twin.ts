/** The graph in sentences, for those who listen: the same lanes and steps in the same order. */
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import { countOf } from '#lib/ui/format.ts';
import { isFolder } from './folder-names.ts';
import type { GraphLayout, Lane } from './geometry.ts';
import { familiarImage } from './label.ts';
import { lookOf, textOf, type Look } from './strata.ts';
import { lanesRead } from './ranks.ts';
import type { Mark } from './timeline.ts';

/** A number with its unit spoken: `6.8 seconds`, `75.2 megabytes`. */
export function spokenFigure(figure: string): string {
  const units: Readonly<Record<string, string>> = { s: 'seconds', min: 'minutes', B: 'bytes', kB: 'kilobytes', MB: 'megabytes', GB: 'gigabytes', TB: 'terabytes' };
  return figure.replace(/([\d.,]+)\s(s|min|B|kB|MB|GB|TB)\b/g, (_, number: string, unit: string) => `${number} ${units[unit]}`);
}

/** An instruction as it is said: `COPY . .` → `COPY everything to the current folder`. */
export function spokenStep(text: string): string {
  const [keyword = '', ...words] = text.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='));
  const rest = words.filter((word) => !word.startsWith('--'));
  if ((keyword === 'COPY' || keyword === 'ADD') && rest.length > 1) {
    const place = (word: string) => (word === '.' || word === './' ? 'the current folder' : word);
    const sources = rest.slice(0, -1).map((word) => (word === '.' || word === './' ? 'everything' : word));
    return `${keyword} ${from === undefined ? '' : `from ${from.slice(7)} `}${sources.join(' ')} to ${place(rest[rest.length - 1]!)}`;
  }
  return keyword === 'FROM' ? `FROM ${[familiarImage(rest[0] ?? ''), ...rest.slice(1)].join(' ').replace(/:([^/\s]+)(?=\s|$)/, ' $1')}` : text;
}

/** `Stage build, 6 steps, not in the image.` */
export function laneSentence(lane: Lane): string {
  const name = /^stage-\d+$/.test(lane.stage.name) ? lane.stage.name.replace('stage-', 'Stage ') : `Stage ${lane.stage.name}`;
  const notes = lane.stage.configOnly.length === 0 ? '' : ` ${lane.stage.configOnly.map(({ keyword }) => keyword).join(', ')}: config only.`;
  return `${name}, ${lane.role}.${notes}`;
}

/** One step with its state, its numbers and its cause. */
export function stepSentence(step: StepRecord, record: BuildRecord, layout: GraphLayout, look: Look = lookOf(step, record.predicted)): string {
  const text = textOf(step, look);
  const facts = [text.word, text.figure, text.modelled && text.figure !== '' ? 'modelled' : ''].filter((fact) => fact !== '');
  const cause = causeOf(step, record, layout, look);
  const state = `${facts.map(spokenFigure).join(', ')}${cause === '' ? '' : `, ${cause}`}.`;
  const size = look === 'cached' && text.bytes !== '' ? ` ${spokenFigure(text.bytes)}${text.modelled ? ', modelled' : ''}.` : '';
  const stop = layout.edges.find((edge) => edge.outcome === 'stopped' && edge.from === step.id);
  const end = stop === undefined ? '' : ` The wave ${record.predicted ? 'will stop' : 'stops'} here: ${artifact(record, stop.to, step.id)} came out the same.`;
  const mounts = layout.mounts.filter((mount) => mount.step === step.id).map((mount) => ` ${MOUNTS[mount.kind]} ${mount.label}.`);
  return `Step ${step.index} of ${step.total}, ${spokenStep(step.text)}. ${state}${size}${end}${mounts.join('')}`;
}

/** One step whose outcome is hidden, with what the viewer says of it. */
export function guessSentence(step: StepRecord, says: string): string {
  return `Step ${step.index} of ${step.total}, ${spokenStep(step.text)}. ${says}`;
}

const MOUNTS = { cache: 'Cache mount', secret: 'Secret', outside: 'Reads' } as const;

function causeOf(step: StepRecord, record: BuildRecord, layout: GraphLayout, look: Look): string {
  if (look === 'cached') {
    const same = layout.edges.some((edge) => edge.outcome === 'stopped' && edge.to === step.id);
    return same ? 'because the file it reads is the same' : '';
  }
  if (look !== 'rebuilt' && look !== 'predicted') return '';
  const files = layout.context?.rows.filter((row) => row.edited && row.path !== '' && row.readers.includes(step.id)) ?? [];
  if (files.length > 0) return `because ${files.map((row) => row.path).join(' and ')} changed`;
  const above = step.reads.flatMap((read) => ('step' in read && read.step !== undefined ? [record.steps.find((candidate) => candidate.id === read.step)] : [])).find((read) => read?.state === 'rebuilt');
  if (above === undefined) return '';
  const where = above.stage === step.stage ? `step ${above.index}` : `step ${above.index} of ${record.stages[above.stage]?.name ?? ''}`;
  return record.predicted ? `because ${where} will run` : `because ${where} ran`;
}

function artifact(record: BuildRecord, reader: string, from: string): string {
  const step = record.steps.find((candidate) => candidate.id === reader);
  return (step && lanesRead(step).find((read) => read.from === from)?.path) ?? 'what is read';
}

/** What an event of a replay comes to. */
export function momentOf(record: BuildRecord, mark: Mark | undefined): string {
  const step = record.steps.find((candidate) => candidate.id === mark?.step);
  if (mark === undefined || step === undefined) return '';
  const place = `step ${step.index} of ${record.stages[step.stage]?.name ?? ''}`;
  switch (mark.kind) {
    case 'start':
      return `The wave reaches ${place}, which runs.`;
    case 'end':
      return `It is done with ${place}.`;
    case 'fail':
      return `It failed at ${place}.`;
    case 'stop':
      return `The wave stops before ${place}: what it reads came out the same.`;
  }
}

/** `Edited since the last build: README.md.` and the like, for a row of the context lane. */
export function fileSentence(row: { readonly path: string; readonly paths: readonly string[]; readonly edited: boolean; readonly readers: readonly string[] }): string {
  const name = row.path === '' ? `${countOf(row.paths.length, 'more file')}` : isFolder(row) ? `${row.path}, ${countOf(row.paths.length, 'file')}` : row.path;
  return `${name}${row.edited ? ', edited' : ''}, read by ${row.readers.length === 0 ? 'no step' : countOf(row.readers.length, 'step')}.`;
}
