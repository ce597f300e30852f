/** What a duel says: the verdict in a sentence, rounds by their names, and the whole of it as text and as Markdown. */
import type { DuelOutcome, DuelRound, DuelRun, FileDifference } from '#engine/workspace/duel/index.ts';
import { figure, t } from '#messages/index.ts';
import { sideName } from './names.ts';

const duration = (milliseconds: number): string => figure({ milliseconds });

/** The verdict in one sentence. */
export function verdictText({ verdict, totals, rounds }: DuelOutcome): string {
  switch (verdict.kind) {
    case 'ahead': {
      const [fast, slow] = verdict.side === 'left' ? [totals.left, totals.right] : [totals.right, totals.left];
      return t('duel.ahead', { side: verdict.side, less: { milliseconds: verdict.perCommit }, n: rounds.length, fast: { milliseconds: fast.perCommit }, slow: { milliseconds: slow.perCommit } });
    }
    case 'tie':
      return t('duel.tie', { time: { milliseconds: totals.left.perCommit }, n: rounds.length });
    case 'failed':
      return verdict.round === 0 ? t('duel.failed-first', { side: verdict.side }) : t('duel.failed-in', { side: verdict.side, round: verdict.round });
    case 'both-failed':
      return t('duel.both-failed');
    case 'no-edits':
      return t('duel.no-edits');
  }
}

/** Whether the images have the same files, and if not, how many differ. */
export function filesText({ left, right, changed }: FileDifference): string {
  return left + right + changed === 0 ? t('duel.files-same') : t('duel.files-differ', { left, right, unlike: changed });
}

/** Whose new layers are smaller by a tenth or more, which is what a push sends; undefined where neither's are, or one side failed. */
export function pushText({ verdict, totals, rounds }: DuelOutcome): string | undefined {
  if (verdict.kind !== 'ahead' && verdict.kind !== 'tie') return undefined;
  const [left, right] = [totals.left.newBytes / rounds.length, totals.right.newBytes / rounds.length];
  if (Math.abs(left - right) < Math.max(left, right) / 10 || left === right) return undefined;
  return t('duel.pushes', { side: left < right ? 'left' : 'right', small: { bytes: Math.min(left, right) }, large: { bytes: Math.max(left, right) } });
}

/** The files and the new layers, a sentence each: what stands below the verdict. */
export function remarksText(outcome: DuelOutcome): string {
  return [outcome.files && filesText(outcome.files), pushText(outcome)].filter((each) => each !== undefined).join(' ');
}

/** What was edited in a round, as its scene says it or by path. */
export const editOf = ({ label, paths }: DuelRound): string => label ?? paths.join(', ');

/** How long a build took; that it failed; or that there was none. */
export function runText(run: DuelRun | undefined): string {
  if (!run) return t('duel.no-build');
  return run.ok ? duration(run.duration) : t('widgets.failed');
}

/** `−9.7 s`, `+0.2 s`; empty where one of them has no time. */
export function differenceText(left: DuelRun | undefined, right: DuelRun | undefined): string {
  if (!left?.ok || !right?.ok) return '';
  return signed(right.duration - left.duration);
}

const signed = (milliseconds: number): string => `${milliseconds < 0 ? '−' : '+'}${duration(Math.abs(milliseconds))}`;

/** What one side's first failure says, in BuildKit's words. */
export function errorOf(outcome: DuelOutcome, side: 'left' | 'right'): string | undefined {
  return outcome.first[side].error ?? outcome.rounds.find((round) => round[side]?.error !== undefined)?.[side]?.error;
}

/** The table of a duel: its head and its rows, in words, for the page and for Markdown alike. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly { readonly kind: 'first' | 'round' | 'sum'; readonly cells: readonly string[] }[];
}

export function tableOf({ first, rounds, totals }: DuelOutcome): Table {
  const pair = (left: string | number | undefined, right: string | number | undefined) => t('duel.pair', { left: String(left ?? '–'), right: String(right ?? '–') });
  const bytes = (run: DuelRun | undefined) => (run?.ok ? figure({ bytes: run.newBytes }) : undefined);
  const same = (yes: boolean | undefined) => (yes === undefined ? '' : yes ? t('duel.same-yes') : t('duel.same-no'));
  const row = (name: string, edit: string, left: DuelRun | undefined, right: DuelRun | undefined, sameFiles: boolean | undefined) => [
    name, edit, runText(left), runText(right), differenceText(left, right), pair(left?.rebuilt, right?.rebuilt), pair(bytes(left), bytes(right)), same(sameFiles),
  ];
  const { left, right } = totals;
  const whole = left.rounds === rounds.length && right.rounds === rounds.length;
  return {
    head: [t('duel.column-round'), t('duel.column-edit'), t('duel.column-left'), t('duel.column-right'), t('duel.column-difference'), t('duel.column-rebuilt'), t('duel.column-new'), t('duel.column-files')],
    rows: [
      { kind: 'first', cells: row(t('duel.row-first'), '', first.left, first.right, undefined) },
      ...rounds.map((round) => ({ kind: 'round' as const, cells: row(String(round.number), editOf(round), round.left, round.right, round.sameFiles) })),
      {
        kind: 'sum',
        cells: [t('duel.row-total'), '', duration(left.milliseconds), duration(right.milliseconds), whole ? signed(right.milliseconds - left.milliseconds) : '', pair(left.rebuilt, right.rebuilt), pair(figure({ bytes: left.newBytes }), figure({ bytes: right.newBytes })), ''],
      },
      { kind: 'sum', cells: [t('duel.row-average'), '', duration(left.perCommit), duration(right.perCommit), whole ? signed(right.perCommit - left.perCommit) : '', '', '', ''] },
    ],
  };
}

/** The outcome as a few lines of text: who the sides are, the verdict, the files. */
export function outcomeText(outcome: DuelOutcome, names: { readonly left: string; readonly right: string }): string {
  const side = (name: 'left' | 'right') => `${sideName(name)}: ${names[name]}, ${t('duel.per-commit', { time: { milliseconds: outcome.totals[name].perCommit } })}`;
  return [verdictText(outcome), remarksText(outcome), '', side('left'), side('right')].join('\n');
}

/** The same with the table, as Markdown. */
export function outcomeMarkdown(outcome: DuelOutcome, names: { readonly left: string; readonly right: string }): string {
  const { head, rows } = tableOf(outcome);
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/[\\|]/g, '\\$&').replace(/\n/g, ' ')).join(' | ')} |`;
  const rule = `| ${head.map((_, at) => (at >= 2 && at <= 4 ? '---:' : '---')).join(' | ')} |`;
  return [`**${verdictText(outcome)}** ${remarksText(outcome)}`.trim(), '', `- ${t('duel.left')}: ${names.left}`, `- ${t('duel.right')}: ${names.right}`, '', line(head), rule, ...rows.map(({ cells }) => line(cells)), ''].join('\n');
}
