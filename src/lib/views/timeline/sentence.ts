/** What a build's duration is made of, in a sentence or two; and each bar in words. */
import type { CriticalStretch } from '#engine/insight/critical-path.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import { formatDuration } from '#lib/ui/format.ts';
import { wordOf } from '#lib/views/graph/strata.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { t } from '#messages/index.ts';
import type { Bar } from './layout.ts';
import { transferWord } from './transfers.ts';

/** Less waiting than this, in virtual milliseconds, is not worth a word. */
const SHORT = 100;

/** `Took 7.8 s: 6.8 s of them in RUN go build, nothing ran beside it.` */
export function sentenceOf(record: BuildRecord, critical: readonly CriticalStretch[]): string {
  const total = { milliseconds: record.duration };
  const longest = critical.reduce<CriticalStretch | undefined>((most, stretch) => (!most || stretch.completed - stretch.started > most.completed - most.started ? stretch : most), undefined);
  if (!longest) return record.predicted ? t('timeline.would-take', { total }) : t('timeline.took', { total });
  const step = longest.step === undefined ? undefined : record.steps.find(({ id }) => id === longest.step);
  const name = visibleText(step?.text ?? record.vertices.find(({ digest }) => digest === longest.vertex)?.name.replace(/^\[internal\] /, '') ?? t('timeline.waiting'));
  const beside = record.steps.filter(({ id, state, started, completed }) => id !== longest.step && state === 'rebuilt' && started !== undefined && completed !== undefined && started < longest.completed && completed > longest.started).length;
  const values = { total, time: { milliseconds: longest.completed - longest.started }, name, beside };
  const first = step
    ? record.predicted ? t('timeline.would-take-in-step', values) : t('timeline.took-in-step', values)
    : record.predicted ? t('timeline.would-take-in', values) : t('timeline.took-in', values);
  const waited = critical.reduce((sum, { waiting, started, completed }) => sum + (waiting ? completed - started : 0), 0);
  return waited < SHORT ? first : `${first} ${t('timeline.waited', { time: { milliseconds: waited } })}`;
}

/** The state of a bar as a word. */
export function barState({ tone }: Bar): string {
  return tone === 'internal' ? t('timeline.state-internal') : wordOf(tone === 'none' ? 'not-needed' : tone);
}

/** What travelled in a bar: `pulled 75.2 MB`, `pushed`; empty where nothing did. */
export function barTransfer({ transfers, bytes }: Bar): string {
  const kinds = [...new Set(transfers.map(({ kind }) => kind))];
  return kinds.map((kind) => (kind === 'pull' && bytes !== undefined ? t('timeline.transfer-pull-size', { size: { bytes } }) : transferWord(kind))).join(', ');
}

/** All that a bar shows, in sentences. */
export function barSentence(bar: Bar, span: number): string {
  const transfer = barTransfer(bar);
  return [
    t('timeline.bar', { label: bar.name, state: barState(bar), duration: bar.duration, from: formatDuration(bar.from * span) }),
    ...(bar.waitedFor >= SHORT ? [t('timeline.bar-waited', { time: { milliseconds: bar.waitedFor } })] : []),
    ...(transfer === '' ? [] : [t('timeline.bar-transfer', { transfer })]),
    ...(bar.critical ? [t('timeline.bar-critical')] : []),
  ].join(' ');
}
