import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LessonProgress } from '#lib/progress/index.ts';
import { byIds, encodeResult, findCodes, mergeResults, resultOf } from './index.ts';
import { letterOf, symbolOf } from './letters.ts';
import { anyLesson, anyResult, hub, hubCode, hubResult } from './result.fixture.ts';

const seeded = { seed: 20_261, numRuns: 300 };

/** The one code of a text, in the ids of the lessons. */
function readOne(text: string, lessons = [hub]) {
  const found = findCodes(text);
  expect(found).toHaveLength(1);
  const [code] = found;
  return code?.ok ? byIds(code.result, lessons) : code;
}

describe('a result code', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(anyLesson.chain((lesson) => fc.tuple(fc.constant(lesson), anyResult(lesson))), ([lesson, result]) => {
        const resolved = readOne(encodeResult(result, lesson), [lesson]);
        expect(resolved).toEqual({ ok: true, result, unknown: 0 });
      }),
      seeded,
    );
  });

  it('of a lesson of usual size, all done, fits into a hundred characters of the alphanumeric kind', () => {
    expect(hubCode).toMatch(/^LS1(-[0-9A-HJKMNP-TV-Z]{1,5})+$/);
    expect(hubCode.length).toBeLessThanOrEqual(100);
  });

  it('notices every single letter that is another', () => {
    for (let at = 0; at < hubCode.length; at++) {
      const was = hubCode[at]!;
      for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ*ÄI') {
        if (was === '-' || symbolOf(was) === symbolOf(letter)) continue;
        const [read] = findCodes(hubCode.slice(0, at) + letter + hubCode.slice(at + 1));
        expect(read?.ok ?? false, `${letter} for ${was} at ${at}`).toBe(false);
      }
    }
  });

  it('says which letter is another, and what the code is with the right one', () => {
    const at = hubCode.indexOf('-', 20) + 3;
    const wrong = letterOf((symbolOf(hubCode[at]!)! + 7) % 32);
    const [read] = findCodes(hubCode.slice(0, at) + wrong + hubCode.slice(at + 1));
    expect(read).toMatchObject({ ok: false, instead: hubCode, problem: { id: 'teach.code-letter', values: { place: 3, letter: wrong } } });
  });

  it('notices letters that were swapped, dropped or typed twice', () => {
    for (let at = 4; at + 1 < hubCode.length; at++) {
      const [one, two] = [hubCode[at]!, hubCode[at + 1]!];
      const [before, after] = [hubCode.slice(0, at), hubCode.slice(at + 2)];
      for (const typed of [before + two + one + after, before + two + after, before + one + one + two + after]) {
        if (typed.replaceAll('-', '') === hubCode.replaceAll('-', '')) continue;
        const [read] = findCodes(typed);
        // A letter too many at the end stands behind a whole code.
        expect(read?.ok !== true || read.code === hubCode, typed).toBe(true);
      }
    }
  });

  it('says how much of it is there when the end is missing', () => {
    for (let cut = 8; cut < hubCode.length - 1; cut++) {
      const read = findCodes(hubCode.slice(0, cut))[0];
      expect(read).toMatchObject({ ok: false });
      if (cut > 12 && !read?.ok) expect(read?.problem.id).toBe('teach.code-short');
    }
    expect(findCodes('LS1-')[0]).toMatchObject({ ok: false, problem: { id: 'teach.code-begins-only' } });
  });

  it.each([
    ['in lower case', hubCode.toLowerCase()],
    ['in the middle of a chat', `here is mine: ${hubCode}, thanks!`],
    ['with a word right behind it', `${hubCode} done`],
    ['wrapped over lines', hubCode.replaceAll('-', '-\n')],
    ['quoted in a mail', hubCode.replace(/(.{30})/g, '$1\n> ')],
    ['with dashes that a phone made longer', hubCode.replaceAll('-', '–')],
    ['without dashes but the first', `LS1-${hubCode.slice(4).replaceAll('-', '')}`],
    ['with o for 0 and l for 1', hubCode.replaceAll('0', 'o').replace(/(?<=-.*)1/g, 'l')],
    ['with marks that nobody sees', [...hubCode].join('\u200b').replace('L\u200bS\u200b1\u200b', 'LS1')],
  ])('is read %s', (_, text) => {
    expect(readOne(text)).toEqual({ ok: true, result: hubResult, unknown: 0 });
  });

  it('is found among others, each at its place, whatever became of its neighbours', () => {
    const text = `Ada ${hubCode.slice(0, 40)}\n${hubCode}\n${hubCode}`;
    expect(findCodes(text).map(({ ok, from }) => [ok, from])).toEqual([[false, 4], [true, 45], [true, 46 + hubCode.length]]);
  });

  it('of a later format is named as such', () => {
    expect(findCodes(hubCode.replace('LS1', 'LS2'))[0]).toMatchObject({ ok: false, problem: { id: 'teach.code-version', values: { version: 2 } } });
  });

  it('never throws, whatever the text is', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('LS1-', 'ls1-', 'LS9-', hubCode, ...hubCode, ' ', '\n', '🙂', '0', 'Z'), { maxLength: 120 }).map((parts) => parts.join('')));
    fc.assert(
      fc.property(texts, (text) => {
        for (const found of findCodes(text)) {
          expect(found.from).toBeLessThan(found.to);
          if (found.ok) byIds(found.result, [hub]);
        }
      }),
      { ...seeded, numRuns: 2_000 },
    );
  });
});

describe('a code of another version of the lesson', () => {
  it('is read as far as the ids agree', () => {
    const [, ...exercises] = hub.exercises;
    const changed = { ...hub, exercises: [{ id: 'a-order', checks: [{ id: 'another' }] }, ...exercises] };
    const { exercises: were, ...rest } = hubResult;
    expect(readOne(hubCode, [changed])).toEqual({ ok: true, result: { ...rest, exercises: were.slice(1) }, unknown: 1 });
  });

  it('is read where exercises stand in another order', () => {
    const turned = { ...hub, exercises: hub.exercises.toReversed(), questions: hub.questions.toReversed() };
    expect(readOne(hubCode, [turned])).toEqual({ ok: true, result: { ...hubResult, exercises: hubResult.exercises.toReversed(), questions: hubResult.questions.toReversed() }, unknown: 0 });
  });

  it('is refused where nothing agrees, or no lesson is the one', () => {
    expect(readOne(hubCode, [{ slug: hub.slug, exercises: [], questions: [] }])).toMatchObject({ ok: false, problem: { id: 'teach.code-other-version' } });
    expect(readOne(hubCode, [{ ...hub, slug: 'mounts' }])).toMatchObject({ ok: false, problem: { id: 'teach.code-lesson' } });
  });
});

describe('what goes into a code', () => {
  const card = { ...hub, questions: hub.questions.map((question) => ({ ...question, of: question.kind === 'predict' ? question.steps.length : 1 })) };
  const progressWith = (progress: Partial<LessonProgress>): LessonProgress => ({ exercises: {}, questions: {}, ...progress });

  it('is nothing where nothing was begun', () => {
    expect(resultOf(card as never, progressWith({ notes: { versions: [], seen: {} }, opened: 1 }), 7)).toBeUndefined();
    expect(resultOf(card as never, progressWith({ exercises: { 'a-order': { checks: [], hints: 0, tries: 0 } } }), 7)).toBeUndefined();
  });

  it('is what was ever reached, and the first answers, never notes or times', () => {
    const result = resultOf(
      card as never,
      progressWith({
        exercises: { 'a-order': { passed: 5, shown: 9, best: { moves: 400, seconds: 3 }, checks: ['source', 'gone'], hints: 12, tries: 2 } },
        questions: {
          readme: { at: 1, right: 1, of: 1, answers: { 'COPY . .': 'hit' }, beliefs: [] },
          latest: { at: 1, right: 0, of: 1, answers: [2, 0], beliefs: [] },
        },
      }),
      7,
    );
    expect(result).toEqual({
      slug: hub.slug,
      learner: 7,
      exercises: [{ id: 'a-order', checks: { source: true, mod: false, sum: false, same: false }, passed: true, moves: 63, hints: 7, shown: true }],
      questions: [{ id: 'latest', kind: 'quiz', chosen: [0, 2] }],
    });
  });
});

describe('codes of one learner', () => {
  it('come to the same in whatever order, and however often, they are taken', () => {
    const one = anyResult(hub).map((result) => ({ ...result, learner: 7 }));
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(mergeResults(a, b)).toEqual(mergeResults(b, a));
        expect(mergeResults(mergeResults(a, b), c)).toEqual(mergeResults(a, mergeResults(b, c)));
        expect(mergeResults(mergeResults(a, b), b)).toEqual(mergeResults(a, b));
      }),
      seeded,
    );
  });
});
