/** What a stratum says: its state as a sign and a word, its time, its bytes, and whether a model stands behind them. */
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import type { SignName } from '#lib/ui/signs/sign.ts';
import { t } from '#messages/index.ts';
import { formatBytes, formatDuration } from '#lib/ui/format.ts';

/** How a stratum looks at one moment. `predicted` is hatched: it will rebuild. */
export type Look = 'cached' | 'rebuilt' | 'predicted' | 'failed' | 'not-needed' | 'running' | 'waiting' | 'stopped';

export interface StratumText {
  readonly word: string;
  /** The word where a lane is too narrow for it. */
  readonly brief: string;
  /** Time, or the exit code of a failure; empty where there is nothing to say. */
  readonly figure: string;
  readonly bytes: string;
  readonly modelled: boolean;
}

/** A look by its word, as in `Will rebuild`. */
export function wordOf(look: Look): string {
  switch (look) {
    case 'cached':
      return t('widgets.cached');
    case 'rebuilt':
      return t('widgets.rebuilt');
    case 'predicted':
      return t('widgets.will-rebuild');
    case 'failed':
      return t('widgets.failed');
    case 'not-needed':
      return t('widgets.not-needed');
    case 'running':
      return t('widgets.running');
    case 'waiting':
      return t('widgets.waiting');
    case 'stopped':
      return t('widgets.stopped');
  }
}

/** How a step looks when its build is over, or as the next build is foreseen. */
export function lookOf(step: StepRecord, predicted: boolean): Look {
  return predicted && step.state === 'rebuilt' ? 'predicted' : step.state;
}

export function signOf(look: Look): SignName {
  return look === 'predicted' ? 'rebuilt' : look;
}

/** The name of the colour tokens of a look: `--cached-tint` and so on. */
export function toneOf(look: Look): 'cached' | 'rebuilt' | 'failed' | 'running' | 'none' {
  if (look === 'predicted') return 'rebuilt';
  return look === 'not-needed' || look === 'waiting' || look === 'stopped' ? 'none' : look;
}

/** The two lines' worth of facts under a look. `elapsed` is how long it has been running, in virtual milliseconds. */
export function textOf(step: StepRecord, look: Look, elapsed?: number): StratumText {
  const took = step.started === undefined || step.completed === undefined ? undefined : step.completed - step.started;
  let figure = '';
  if (look === 'running') figure = elapsed === undefined ? '' : formatDuration(elapsed);
  else if (look === 'failed') figure = exitCode(step) ?? (took === undefined ? '' : formatDuration(took));
  else if ((look === 'rebuilt' || look === 'predicted') && took !== undefined) figure = formatDuration(took);
  const known = look !== 'not-needed' && look !== 'stopped' && look !== 'failed' && look !== 'waiting';
  const bytes = known ? (step.bytes ?? step.pulled) : undefined;
  return {
    word: wordOf(look),
    brief: look === 'predicted' ? t('graph.brief-will-rebuild') : look === 'failed' ? t('graph.brief-failed') : wordOf(look),
    figure,
    bytes: bytes === undefined ? '' : formatBytes(bytes),
    modelled: step.fidelity !== 'exact' && look !== 'not-needed',
  };
}

/** `exit code: 1` in BuildKit's words → `exit 1`. */
function exitCode(step: StepRecord): string | undefined {
  const code = /exit code: (\d+)/.exec(step.error ?? '')?.[1];
  return code === undefined ? undefined : t('graph.exit', { status: code });
}

/** Steps of a build by state, as in `6 cached, 2 rebuilt`; states without steps are left out. */
export function countsOf(record: BuildRecord): readonly { readonly look: Look; readonly count: number }[] {
  const counts = new Map<Look, number>();
  for (const step of record.steps) {
    const look = lookOf(step, record.predicted);
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  return (['failed', 'cached', 'rebuilt', 'predicted', 'stopped', 'not-needed'] as const).flatMap((look) => {
    const count = counts.get(look);
    return count === undefined ? [] : [{ look, count }];
  });
}
