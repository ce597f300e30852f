import { describe, expect, it } from 'vitest';
import { outline, renameStage, stageAt, stageNameProblem, stageNames } from './stages.ts';

const text = `FROM golang AS Build
RUN make
FROM build AS test
RUN --mount=type=bind,from=build,target=/x go test
FROM alpine
COPY --from=BUILD /app /app
COPY --from=0 /b /b
ONBUILD COPY --from=build /c /c
RUN echo build`;

const renamed = (index: number, name: string) =>
  renameStage(text, outline(text)[index]!, name).reduceRight((out, edit) => out.slice(0, edit.from) + edit.insert + out.slice(edit.to), text).split('\n');

describe('stages', () => {
  it('are listed with their lines, their bases and the names BuildKit gives them', () => {
    expect(outline(text).map(({ label, base, lines, from }) => `${lines.first}-${lines.last} ${label} from ${base}${from === undefined ? '' : ` (stage ${from})`}`)).toEqual([
      '1-2 build from golang',
      '3-4 test from build (stage 0)',
      '5-9 stage-2 from alpine',
    ]);
    expect(stageNames(text)).toEqual(['build', 'test']);
  });

  it('are found at their name and at every use, by number too', () => {
    const label = (word: string, after = 0) => stageAt(text, text.indexOf(word, after) + 1)?.label;
    expect(label('Build')).toBe('build');
    expect(label('build', text.indexOf('from=build'))).toBe('build');
    expect(label('BUILD')).toBe('build');
    expect(stageAt(text, text.indexOf('--from=0') + 7)?.label).toBe('build');
    expect(label('build', text.indexOf('echo'))).toBeUndefined();
  });

  it('get a new name in FROM, in --from and in mounts, and nowhere else', () => {
    expect(renamed(0, 'compile')).toEqual([
      'FROM golang AS compile',
      'RUN make',
      'FROM compile AS test',
      'RUN --mount=type=bind,from=compile,target=/x go test',
      'FROM alpine',
      'COPY --from=compile /app /app',
      'COPY --from=0 /b /b',
      'ONBUILD COPY --from=compile /c /c',
      'RUN echo build',
    ]);
  });

  it('get a first name behind their base', () => {
    expect(renamed(2, 'final')[4]).toBe('FROM alpine AS final');
    const variable = 'FROM --platform=$BUILDPLATFORM ${BASE}-slim';
    expect(renameStage(variable, outline(variable)[0]!, 'x')).toEqual([{ from: variable.length, to: variable.length, insert: ' AS x' }]);
  });

  it('take only names that BuildKit takes, once', () => {
    const [build] = outline(text);
    expect(stageNameProblem(text, build!, 'compile')).toBeUndefined();
    expect(stageNameProblem(text, build!, 'test')).toBe('There is a stage test already.');
    expect(stageNameProblem(text, build!, '1st')).toContain('begins with a small letter');
    expect(stageNameProblem(text, build!, 'build')).toBeUndefined();
  });

  it('of one name twice are told apart: a use means the latest before it', () => {
    const twice = 'FROM a AS x\nFROM b AS x\nFROM x\n';
    expect(stageAt(twice, twice.lastIndexOf('x'))?.index).toBe(1);
  });
});
