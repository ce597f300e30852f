import { describe, expect, it } from 'vitest';
import { encodeResult, type LessonResult } from '../code/index.ts';
import { hub, hubCode, hubResult } from '../code/result.fixture.ts';
import { boardAt, joinBoard, takeCodes, withBoard, withoutBoard, type Board } from './board.ts';
import { csvOf } from './csv.ts';
import { idsOf, plainOf, type LessonSheet } from './sheet.ts';
import { exportBoard, noBoards, readBoard, readBoards } from './stored.ts';
import { tallyOf } from './tally.ts';

const sheet: LessonSheet = {
  slug: hub.slug,
  title: 'Images & Registries',
  exercises: hub.exercises.map(({ id, checks }) => ({ id, title: `Exercise ${id}`, par: 2, checks: checks.map((check) => ({ id: check.id, says: `Check ${check.id}, "quoted"` })) })),
  questions: hub.questions.map((question) =>
    question.kind === 'quiz'
      ? { id: question.id, kind: 'quiz', says: 'Why not latest?', options: [{ says: 'newest', right: false, belief: 'latest-is-newest' }, { says: 'moves', right: true }, { says: 'banned', right: false }, { says: 'no rollback', right: true }] }
      : { id: question.id, kind: 'predict', says: 'You edit.', steps: question.steps.map((words, at) => ({ words, is: at < 3 ? ('hit' as const) : ('miss' as const), ...(at === 5 && { belief: 'miss-kills-everything' }) })) },
  ),
};
const empty: Board = { id: 'b', title: 'Tuesday', codes: [] };
const codeOf = (change: Partial<LessonResult>) => encodeResult({ ...hubResult, ...change }, hub);

describe('a class board', () => {
  it('takes every whole code of a text once, and says what is wrong with the others', () => {
    const taken = takeCodes(empty, `Ada: ${hubCode}\nBob: ${hubCode.toLowerCase()}\nEve: ${hubCode.slice(0, 50)}\n${codeOf({ learner: 4 })}`, [idsOf(sheet)]);
    expect([taken.added, taken.again, taken.bad.map(({ problem }) => problem.id)]).toEqual([2, 1, ['teach.code-short']]);
    expect(takeCodes(taken.board, hubCode, [idsOf(sheet)])).toMatchObject({ added: 0, again: 1, board: taken.board });
    expect(takeCodes(empty, hubCode, []).bad[0]?.problem.id).toBe('teach.code-lesson');
  });

  it('counts a learner once, however many codes came of them', () => {
    const [first, ...others] = hubResult.exercises;
    const early = codeOf({ exercises: [{ ...first!, passed: false, checks: { ...first!.checks, sum: false } }], questions: [] });
    const late = codeOf({ exercises: others, questions: [] });
    const { learners, lessons } = tallyOf([early, late, hubCode, codeOf({ learner: 1, exercises: [], questions: [] })], [sheet]);
    expect([learners, lessons[0]?.learners]).toEqual([2, 2]);
    expect(lessons[0]?.exercises.map(({ begun, passed, shown, moves }) => [begun, passed, shown, moves])).toEqual([3, 4, 5, 6].map((n) => [1, 1, n === 6 ? 1 : 0, [{ moves: n, learners: 1 }]]));
  });

  it('names the commonest wrong answer of each question, with the belief that it shows', () => {
    const answers = hubResult.questions.filter(({ id }) => id === 'main' || id === 'latest');
    const wrong = answers.map((answer) => (answer.kind === 'quiz' ? { ...answer, chosen: [0] } : { ...answer, guesses: { ...answer.guesses, 'COPY --from=build': 'hit' as const } }));
    const odd = answers.map((answer) => (answer.kind === 'quiz' ? { ...answer, chosen: [1] } : { ...answer, guesses: { ...answer.guesses, 'WORKDIR /src': 'miss' as const } }));
    const codes = [0, 1, 2].map((learner) => codeOf({ learner, questions: wrong })).concat(codeOf({ learner: 3, questions: odd }), codeOf({ learner: 4, questions: answers }));
    const questions = tallyOf(codes, [sheet]).lessons[0]!.questions;
    expect(questions.find(({ id }) => id === 'main')).toMatchObject({
      answered: 5,
      right: 1,
      wrong: [{ step: { words: 'COPY --from=build', said: 'hit', is: 'miss' }, learners: 3, belief: 'miss-kills-everything' }, { step: { words: 'WORKDIR /src' }, learners: 1 }],
    });
    expect(questions.find(({ id }) => id === 'latest')).toMatchObject({ answered: 5, right: 1, wrong: [{ option: 'newest', learners: 3, belief: 'latest-is-newest' }] });
    expect(questions.find(({ id }) => id === 'first')).toMatchObject({ answered: 0, right: 0, wrong: [] });
  });

  it('says how many codes the lessons of today do not know', () => {
    expect(tallyOf([hubCode], [])).toEqual({ learners: 0, lessons: [], unknown: 1 });
  });

  it('goes into a spreadsheet without names, and without formulas', () => {
    const csv = csvOf(tallyOf([hubCode], [{ ...sheet, exercises: sheet.exercises.map((exercise) => ({ ...exercise, title: '=1+1' })) }]));
    expect(csv).toContain(`images-and-registries,check,a-order,source,"Check source, ""quoted""",1,1\r\n`);
    expect(csv).toContain("passed,'=1+1,1,1\r\n");
    expect(csv).not.toContain(String(hubResult.learner));
  });
});

describe('several boards', () => {
  const [a, b] = [empty, { id: 'c', title: 'Wednesday', codes: [hubCode] }];
  const both = withBoard(withBoard(noBoards, a), b);

  it('are kept, and one is looked at', () => {
    expect(boardAt(both)).toBe(a);
    expect(boardAt(withoutBoard({ ...both, at: 'c' }, 'c'))).toBe(a);
    expect(withoutBoard({ ...both, at: 'b' }, 'b').at).toBe('c');
    expect(readBoards(JSON.stringify(both))).toEqual({ ok: true, value: both });
  });

  it('come together when one was exported and both went on', () => {
    const read = readBoard(exportBoard(b));
    expect(read).toEqual({ ok: true, value: b });
    const joined = joinBoard(withBoard(both, { ...b, codes: ['x'] }), b);
    expect(boardAt(joined)?.codes).toEqual(['x', hubCode]);
  });

  it.each(['', '{', 'null', '{"version":2}', '{"version":1,"boards":[{"id":1}],"at":""}', '{"format":"layerscope-board","version":1,"board":{"id":"","title":"","codes":[]}}'])('refuse what is no board: %s', (text) => {
    expect([readBoards(text).ok, readBoard(text).ok]).toEqual([false, false]);
  });
});

it('takes the text out of a lesson’s HTML', () => {
  expect(plainOf('<p>Is <code>a &lt; b</code> &amp; <em>true</em>? &#x27;Yes&#39;</p>\n<p>So.</p>')).toBe("Is `a < b` & true? 'Yes' So.");
});
