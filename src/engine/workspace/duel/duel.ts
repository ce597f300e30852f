/**
 * A duel: two ways to build one project go through the same edits, each on a machine of its own with an empty cache, and the
 * times are added up. The same workspace and setup give the same outcome, to the last byte.
 */
import type { Diagnostic } from '../../source/diagnostic.ts';
import { currentState, type Workspace } from '../workspace.ts';
import type { State } from '../state.ts';
import { differences, isSame, type OwnTexts } from './files.ts';
import type { DuelOutcome, DuelRound, DuelRun, DuelTotals, FileDifference, Verdict } from './outcome.ts';
import { roundsOf, type RoundEdit } from './series.ts';
import type { DuelSetup, SideName } from './setup.ts';
import { runSide, type RanSide } from './side.ts';

export interface Duel {
  readonly outcome: DuelOutcome;
  /** Of the first build of each side, for its editor. */
  readonly findings: { readonly left: readonly Diagnostic[]; readonly right: readonly Diagnostic[] };
}

/** Two times closer than this are written alike. */
const tenth = 100;

/** Runs both sides. A side that fails stops there; the other goes on. */
export function duel(workspace: Workspace, setup: DuelSetup): Duel {
  const own = new Set([...Object.keys(setup.left.files), ...Object.keys(setup.right.files)]);
  const series = roundsOf(workspace, setup.series, own);
  const run = (name: SideName) => known(workspace, JSON.stringify([setup[name], setup.series, [...own].sort()]), () => runSide(workspace, setup[name], series));
  const left = run('left');
  const right = run('right');
  const texts = ownTexts(setup);
  // Nobody runs the rounds after both have failed.
  const edits = series.edits.slice(0, Math.max(left.runs.length, right.runs.length));
  const compared = edits.map((_, at) => compare(left.trees[at + 1], right.trees[at + 1], texts));
  const rounds = edits.map((edit, at) => roundOf(edit, at, left, right, compared[at]));
  const totals = { left: totalsOf(left, 'left', rounds), right: totalsOf(right, 'right', rounds) };
  const files = compared.findLast((each) => each !== undefined) ?? compare(left.trees[0], right.trees[0], texts);
  const outcome: DuelOutcome = { version: 1, first: { left: left.first, right: right.first }, rounds, totals, ...(files && { files }), verdict: verdictOf(left, right, totals, series.edits.length) };
  return { outcome, findings: { left: left.findings, right: right.findings } };
}

const ran = new WeakMap<State, Map<string, RanSide>>();

/** Sides that are kept: while a line of one is moved about, the other is not run again. */
const kept = 6;

function known(workspace: Workspace, key: string, make: () => RanSide): RanSide {
  const state = currentState(workspace);
  const sides = ran.get(state) ?? new Map<string, RanSide>();
  ran.set(state, sides);
  const side = sides.get(key) ?? make();
  sides.delete(key);
  sides.set(key, side);
  for (const oldest of sides.keys()) if (sides.size > kept) sides.delete(oldest);
  return side;
}

/** The texts in which the sides differ by intention, and which an image may have taken in. */
function ownTexts({ left, right }: DuelSetup): readonly OwnTexts[] {
  return Object.entries(left.files).flatMap(([path, spec]) => {
    const other = right.files[path];
    return spec?.text !== undefined && other?.text !== undefined ? [{ left: spec.text, right: other.text }] : [];
  });
}

const compare = (left: RanSide['trees'][number], right: RanSide['trees'][number], texts: readonly OwnTexts[]): FileDifference | undefined => (left && right ? differences(left, right, texts) : undefined);

function roundOf({ label, paths }: RoundEdit, at: number, { runs: lefts }: RanSide, { runs: rights }: RanSide, files: FileDifference | undefined): DuelRound {
  const [left, right] = [lefts[at], rights[at]];
  return {
    number: at + 1,
    ...(label !== undefined && { label }),
    paths,
    ...(left && { left }),
    ...(right && { right }),
    ...(left?.ok && right?.ok && { faster: faster(left, right) }),
    ...(files && { sameFiles: isSame(files) }),
  };
}

function faster(left: DuelRun, right: DuelRun): SideName | 'neither' {
  const less = right.duration - left.duration;
  return Math.abs(less) < tenth ? 'neither' : less > 0 ? 'left' : 'right';
}

function totalsOf({ runs }: RanSide, side: SideName, rounds: readonly DuelRound[]): DuelTotals {
  const good = runs.filter(({ ok }) => ok);
  const sum = (of: (run: DuelRun) => number) => good.reduce((total, run) => total + of(run), 0);
  const milliseconds = sum(({ duration }) => duration);
  return {
    rounds: good.length,
    milliseconds,
    perCommit: good.length === 0 ? 0 : milliseconds / good.length,
    rebuilt: sum(({ rebuilt }) => rebuilt),
    newBytes: sum(({ newBytes }) => newBytes),
    won: rounds.filter((round) => round.faster === side).length,
    modelled: good.some(({ steps }) => steps.some(({ modelled }) => modelled)),
  };
}

function verdictOf(left: RanSide, right: RanSide, totals: DuelOutcome['totals'], edits: number): Verdict {
  const failed = { left: failedIn(left), right: failedIn(right) };
  if (failed.left !== undefined && failed.right !== undefined) return { kind: 'both-failed' };
  if (failed.left !== undefined) return { kind: 'failed', side: 'left', round: failed.left };
  if (failed.right !== undefined) return { kind: 'failed', side: 'right', round: failed.right };
  if (edits === 0) return { kind: 'no-edits' };
  const perCommit = Math.abs(totals.left.perCommit - totals.right.perCommit);
  if (perCommit < tenth) return { kind: 'tie' };
  const milliseconds = Math.abs(totals.left.milliseconds - totals.right.milliseconds);
  return { kind: 'ahead', side: totals.left.milliseconds < totals.right.milliseconds ? 'left' : 'right', milliseconds, perCommit };
}

/** The round that a side failed in; 0 is its first build. */
function failedIn({ first, runs }: RanSide): number | undefined {
  if (!first.ok) return 0;
  const at = runs.findIndex(({ ok }) => !ok);
  return at < 0 ? undefined : at + 1;
}
