/** What becomes of steps in the next build. */
import type { StepRecord } from '../../solver/record.ts';
import type { Message } from '../../source/message.ts';
import type { Assertion, Finding, Subject } from '../assertion.ts';
import { stepsOf } from '../steps.ts';

/** A step as a sentence names it. */
export const named = ({ text }: StepRecord): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const about = (id: string, step: StepRecord): Message => ({ id, values: { step: named(step) } });

/** What there is to say where the build failed or has no such step; undefined where it can be judged. */
function unjudged({ built }: Subject, words?: string): Finding | undefined {
  if (!built) return { holds: false, because: { id: 'exercise.not-built' } };
  const { record } = built;
  if (!record.ok) {
    const failed = record.steps.find(({ state }) => state === 'failed');
    return { holds: false, because: { id: 'exercise.fails-then', values: { error: firstLine(record.error?.message ?? '') } }, ...(failed && { step: failed.id }) };
  }
  return words !== undefined && stepsOf(record, words).length === 0 ? { holds: false, because: { id: 'exercise.no-step', values: { words } } } : undefined;
}

export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

export const cached: Assertion<'cached'> = {
  key: 'cached',
  about: 'build',
  judge(subject, words) {
    const problem = unjudged(subject, words);
    if (problem) return problem;
    const other = stepsOf(subject.built!.record, words).find(({ state }) => state !== 'cached');
    return other ? { holds: false, because: about(other.state === 'not-needed' ? 'exercise.not-reached' : 'exercise.runs', other), step: other.id } : { holds: true };
  },
};

export const reruns: Assertion<'reruns'> = {
  key: 'reruns',
  about: 'build',
  judge(subject, words) {
    const problem = unjudged(subject, words);
    if (problem) return problem;
    const meant = stepsOf(subject.built!.record, words);
    const [first] = meant;
    return meant.some(({ state }) => state === 'rebuilt') || !first ? { holds: true } : { holds: false, because: about(first.state === 'not-needed' ? 'exercise.not-reached' : 'exercise.stays', first), step: first.id };
  },
};

export const quiet: Assertion<'quiet'> = {
  key: 'quiet',
  about: 'build',
  judge(subject) {
    const problem = unjudged(subject);
    if (problem) return problem;
    const ran = subject.built!.record.steps.find(({ state }) => state === 'rebuilt');
    return ran ? { holds: false, because: about('exercise.runs', ran), step: ran.id } : { holds: true };
  },
};

export const fails: Assertion<'fails'> = {
  key: 'fails',
  about: 'build',
  judge({ built }, words) {
    if (!built) return { holds: false, because: { id: 'exercise.not-built' } };
    const { record } = built;
    if (record.ok) return { holds: false, because: { id: 'exercise.does-not-fail' } };
    return stepsOf(record, words).some(({ state }) => state === 'failed') ? { holds: true } : { holds: false, because: { id: 'exercise.fails-elsewhere' } };
  },
};

export const builds: Assertion<'builds'> = {
  key: 'builds',
  about: 'build',
  judge(subject, wanted) {
    const { built } = subject;
    if (wanted) return unjudged(subject) ?? { holds: true };
    return built?.record.ok === false ? { holds: true } : { holds: false, because: { id: built ? 'exercise.does-not-fail' : 'exercise.not-built' } };
  },
};

export const runsAtMost: Assertion<'runs-at-most'> = {
  key: 'runs-at-most',
  about: 'build',
  judge(subject, { step: words, times }) {
    const problem = unjudged(subject, words);
    if (problem) return problem;
    const { record } = subject.built!;
    const ids = new Set(stepsOf(record, words).map(({ id }) => id));
    const ran = record.vertices.filter(({ step, started, cached: found }) => step !== undefined && ids.has(step) && started !== undefined && !found);
    const first = record.steps.find(({ id }) => ids.has(id))!;
    return ran.length <= times ? { holds: true } : { holds: false, because: { id: 'exercise.times', values: { step: named(first), n: ran.length } }, step: first.id };
  },
};

/** A RUN whose name says another platform than the builder's runs under emulation: `[linux/arm64 build 3/4]`, not `[linux/amd64->arm64 build 3/4]`. */
export const native: Assertion<'native'> = {
  key: 'native',
  about: 'build',
  judge(subject) {
    const problem = unjudged(subject);
    if (problem) return problem;
    const { record } = subject.built!;
    const run = new Set(record.steps.filter(({ keyword }) => keyword === 'RUN').map(({ id }) => id));
    const single = record.options.platforms?.length === 1 ? record.options.platforms[0] : undefined;
    const slow = record.vertices.find(({ step, name, started, cached: found }) => {
      if (step === undefined || !run.has(step) || started === undefined || found) return false;
      const platform = /^\[(linux\/[\w/]+?)(?:->[\w/]+)? /.exec(name)?.[1] ?? single;
      return platform !== undefined && platform !== 'linux/amd64';
    });
    const step = slow && record.steps.find(({ id }) => id === slow.step);
    return step ? { holds: false, because: about('exercise.emulated', step), step: step.id } : { holds: true };
  },
};

export const secondsBelow: Assertion<'seconds-below'> = {
  key: 'seconds-below',
  about: 'build',
  judge(subject, most) {
    const failed = subject.builds.find(({ record }) => !record.ok);
    if (failed || subject.builds.length === 0) return unjudged({ ...subject, built: failed }) ?? { holds: true };
    const milliseconds = subject.builds.reduce((sum, { record }) => sum + record.duration, 0);
    return milliseconds < most * 1_000 ? { holds: true } : { holds: false, because: { id: 'exercise.seconds', values: { time: { milliseconds }, most: { milliseconds: most * 1_000 } } } };
  },
};
