/** Builds in few words: the two lines beside the Build button, and the name of a build in the strip. */
import type { BuildRecord, StepState } from '#engine/solver/record.ts';
import type { BuildSummary } from '#engine/workspace/snapshot.ts';
import { formatDuration } from '#lib/ui/format.ts';

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
  const time = formatDuration(record.duration);
  if (!record.ok) {
    const failed = record.steps.find((step) => step.state === 'failed');
    return { lead: record.predicted ? 'This build will fail' : 'The build failed', detail: failed ? `at ${failed.keyword}, line ${failed.lines.first}` : 'no image was made', tone: 'failed' };
  }
  if (record.predicted) {
    const modelled = record.steps.some((step) => step.state === 'rebuilt' && step.fidelity !== 'exact');
    if (ran === 0) return { lead: 'Nothing will rebuild', detail: `${time}, same image`, tone: 'quiet' };
    return { lead: `${ran} of ${states.length} will rebuild`, detail: `about ${time}${modelled ? ', modelled' : ''}`, tone: 'work' };
  }
  const image = sameImage === undefined ? '' : sameImage ? ', image unchanged' : ', new image';
  return { lead: ran === 0 ? 'Everything was cached' : `${ran} of ${states.length} rebuilt`, detail: `${time}${image}`, tone: ran === 0 ? 'quiet' : 'work' };
}

/** The name of a build for those who cannot see its core: `Build 3: 6 cached, 2 rebuilt, 7.6 s, same image as build 2`. */
export function buildName(build: BuildSummary): string {
  const parts = (['cached', 'rebuilt', 'failed', 'stopped', 'not-needed'] as const).flatMap((state) => {
    const n = count(build.states, state);
    return n > 0 ? [`${n} ${state === 'not-needed' ? 'not needed' : state}`] : [];
  });
  const image = build.sameImageAs === undefined ? [] : [`same image as build ${build.sameImageAs}`];
  return `Build ${build.number}: ${[...parts, formatDuration(build.duration), ...image].join(', ')}`;
}
