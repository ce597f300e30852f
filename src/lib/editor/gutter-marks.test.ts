import { describe, expect, it } from 'vitest';
import { mainRecord } from './record.fixture.ts';
import { gutterMarks } from './gutter-marks.ts';
import { spoken } from './line-mark.ts';

const text = mainRecord.dockerfile.text;
/** `6 will rebuild 6.8 s ≈` a line, ordinary spaces. */
const drawn = (marks: ReturnType<typeof gutterMarks>) =>
  marks.map(({ lines, words, figure, modelled }) => `${lines.first === lines.last ? lines.first : `${lines.first}-${lines.last}`} ${words}${figure ? ` ${figure}` : ''}${modelled ? ' ≈' : ''}`.replaceAll('\u202f', ' '));

describe('the marks beside the lines', () => {
  it('say for each instruction what the next build does', () => {
    expect(drawn(gutterMarks(mainRecord, text))).toEqual([
      '2 cached',
      '3 cached',
      '4 cached',
      '5 cached',
      '6 will rebuild 0.1 s',
      '7-8 will rebuild 6.8 s ≈',
      '10 cached',
      '11 will rebuild 0.1 s',
      '12 config only',
      '13 config only',
    ]);
  });

  it('speak of the past once the build was made', () => {
    const marks = gutterMarks({ ...mainRecord, predicted: false }, text);
    expect(marks.map((mark) => mark.state)).not.toContain('will-rebuild');
    expect(drawn(marks)[5]).toBe('7-8 rebuilt 6.8 s ≈');
  });

  it('say that a failing step will fail, and that it failed', () => {
    const steps = mainRecord.steps.map((step) => (step.id === '0.6' ? { ...step, state: 'failed' as const } : step));
    const wordsOf = (predicted: boolean) => gutterMarks({ ...mainRecord, predicted, steps }, text)[5]!.words;
    expect(wordsOf(true)).toBe('will fail');
    expect(wordsOf(false)).toBe('failed');
  });

  it('call every line of a stage nobody needs not needed', () => {
    const stages = mainRecord.stages.map((stage) => ({ ...stage, needed: stage.index === 0 }));
    expect(drawn(gutterMarks({ ...mainRecord, stages }, text)).slice(-2)).toEqual(['12 not needed', '13 not needed']);
  });

  it('move with their lines when a line is added above, and leave the lines that were edited', () => {
    const lines = text.split('\n');
    expect(drawn(gutterMarks(mainRecord, ['# a new first line', ...lines].join('\n')))[0]).toBe('3 cached');
    expect(drawn(gutterMarks(mainRecord, text.replace('COPY . .', 'COPY . /src')))).not.toContain('6 will rebuild 0.1 s');
    expect(gutterMarks(mainRecord, text.replace('-o /out/app .', '-o /out/app ./...'))).toHaveLength(9);
  });

  it('are none for a text that has nothing of the record', () => {
    expect(gutterMarks(mainRecord, 'nothing\nof it')).toEqual([]);
  });

  it('are spoken as one phrase', () => {
    expect(spoken(gutterMarks(mainRecord, text)[5]!).replaceAll('\u202f', ' ')).toBe('will rebuild, 6.8 s, modelled');
  });
});
