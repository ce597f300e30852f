/** Builds in few words: the two lines beside the Build button, and the name of a build in the strip. */
import type { BuildRecord, StepState } from '#engine/solver/record.ts';
import type { BuildSummary } from '#engine/workspace/snapshot.ts';
import { figure, t } from '#messages/index.ts';

/** `lead` is the news, `detail` its numbers. */
export interface Outcome {
  readonly lead: string;
  readonly detail: string;
  readonly tone: 'quiet' | 'work' | 'failed';
}

const count = (states: readonly StepState[], state: StepState) => states.filter((other) => other === state).length;

/** What a build did or would do: `3 of 8 will rebuild`, `about 7.8 s, modelled`. `sameImage` is known after the build. */
export function outcomeOf(record: BuildRecord, sameImage?: boolean): Outcome {
  const states = record.steps.map((step) => step.state).filter((state) => state !== 'not-needed');
  const ran = count(states, 'rebuilt') + count(states, 'failed');
  const time = { milliseconds: record.duration };
  if (!record.ok) {
    const failed = record.steps.find((step) => step.state === 'failed');
    const detail = failed ? t('history.at-step', { keyword: failed.keyword, line: failed.lines.first }) : t('history.no-image');
    return { lead: record.predicted ? t('history.will-fail') : t('history.did-fail'), detail, tone: 'failed' };
  }
  const tone = ran === 0 ? 'quiet' : 'work';
  if (record.predicted) {
    if (ran === 0) return { lead: t('history.none-will-rebuild'), detail: t('history.same-image-soon', { time }), tone };
    const modelled = record.steps.some((step) => step.state === 'rebuilt' && step.fidelity !== 'exact');
    return { lead: t('history.some-will-rebuild', { n: ran, all: states.length }), detail: modelled ? t('history.about-modelled', { time }) : t('history.about', { time }), tone };
  }
  const detail = sameImage === undefined ? figure(time) : sameImage ? t('history.image-unchanged', { time }) : t('history.image-new', { time });
  return { lead: ran === 0 ? t('history.all-cached') : t('history.some-rebuilt', { n: ran, all: states.length }), detail, tone };
}

/** What became of a build's steps, counted: `6 cached, 2 rebuilt`. */
export function countsIn(states: readonly StepState[]): string {
  const counted = { cached: 'history.n-cached', rebuilt: 'history.n-rebuilt', failed: 'history.n-failed', stopped: 'history.n-stopped', 'not-needed': 'history.n-not-needed' } as const;
  return (Object.keys(counted) as (keyof typeof counted)[]).flatMap((state) => (count(states, state) > 0 ? [t(counted[state], { n: count(states, state) })] : [])).join(', ');
}

/** The name of a build for those who cannot see its core: `Build 3: 6 cached, 2 rebuilt, 7.6 s, same image as build 2`. */
export function buildName(build: BuildSummary): string {
  const image = build.sameImageAs === undefined ? [] : [t('history.same-as', { n: build.sameImageAs })];
  return t('history.build-is', { name: build.number, what: [countsIn(build.states), figure({ milliseconds: build.duration }), ...image].join(', ') });
}
