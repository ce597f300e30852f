/** A stored text → the document. What cannot be read is handed back to be set aside, and never costs the rest. */
import * as v from 'valibot';
import type { Message } from '#engine/source/message.ts';
import { isRecord } from './canonical.ts';
import { tidy } from './merge.ts';
import { emptyProgress, type LessonProgress, type Progress } from './progress.ts';
import { parse } from './schema.ts';
import { emptyTally, sessionShape, type Tally } from './tally.ts';

/** Something that was stored and cannot be used: kept under a key of its own, and told of. */
export interface Aside {
  readonly why: Message;
  /** As it was: a text that is no JSON, or the part that is broken. */
  readonly value: unknown;
}

export interface ReadProgress {
  readonly progress: Progress;
  readonly aside: readonly Aside[];
}

export function readProgress(text: string | null): ReadProgress {
  if (text === null) return { progress: emptyProgress, aside: [] };
  const value = parsed(text);
  if (!isRecord(value)) return { progress: emptyProgress, aside: [{ why: { id: 'course.aside-document' }, value: text }] };
  if (typeof value['version'] === 'number' && value['version'] > emptyProgress.version) return { progress: emptyProgress, aside: [{ why: { id: 'course.aside-newer', values: { version: value['version'] } }, value: text }] };
  return readDocument(upgraded(value), text);
}

/** The first form that was kept was the score of predictions alone, under a key of its own. */
function upgraded(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return 'sessions' in value && !('lessons' in value) ? { version: 1, epoch: 0, lessons: {}, beliefs: value } : value;
}

function readDocument(value: Readonly<Record<string, unknown>>, text: string): ReadProgress {
  const { version, epoch, lessons, beliefs } = value;
  if (version !== emptyProgress.version || (!isRecord(lessons) && !isRecord(beliefs))) return { progress: emptyProgress, aside: [{ why: { id: 'course.aside-document' }, value: text }] };
  const aside: Aside[] = [];
  const read: Progress = {
    version,
    epoch: parse.time(epoch) ?? 0,
    lessons: Object.fromEntries(entries(lessons).flatMap(([slug, one]) => readLesson(slug, one, aside))),
    beliefs: readBeliefs(beliefs, aside),
  };
  if (!isRecord(lessons)) aside.push({ why: { id: 'course.aside-document' }, value: text });
  return { progress: tidy(read), aside };
}

/** A lesson; of a broken one, what is sound in it. */
function readLesson(slug: string, value: unknown, aside: Aside[]): [string, LessonProgress][] {
  const whole = parse.lesson(value);
  if (whole && parse.id(slug) !== undefined) return [[slug, whole]];
  aside.push({ why: { id: 'course.aside-lesson', values: { lesson: slug.slice(0, 80) } }, value: { [slug]: value } });
  if (!isRecord(value) || parse.id(slug) === undefined) return [];
  const [opened, notes] = [parse.time(value['opened']), parse.notes(value['notes'])];
  const sound = <Value>(part: unknown, read: (value: unknown) => Value | undefined) =>
    Object.fromEntries(entries(part).flatMap(([id, one]) => {
      const known = parse.id(id) === undefined ? undefined : read(one);
      return known === undefined ? [] : [[id, known] as const];
    }));
  return [[slug, { ...(opened !== undefined && { opened }), exercises: sound(value['exercises'], parse.exercise), questions: sound(value['questions'], parse.question), ...(notes && { notes }) }]];
}

/** The score; of a broken one, the sessions that are sound. */
function readBeliefs(value: unknown, aside: Aside[]): Tally {
  const sessions = isRecord(value) && Array.isArray(value['sessions']) ? (value['sessions'] as readonly unknown[]) : undefined;
  const sound = (sessions ?? []).filter((one) => v.is(sessionShape, one));
  const resetAt = isRecord(value) ? parse.time(value['resetAt']) : undefined;
  if (!sessions || sound.length < sessions.length || resetAt === undefined) aside.push({ why: { id: 'course.aside-beliefs' }, value });
  return { ...emptyTally, resetAt: resetAt ?? 0, sessions: sound };
}

const entries = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
