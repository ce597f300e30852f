import { describe, expect, it } from 'vitest';
import { GO_FILES, filesOf, goTwoStages, waveStops, willRebuild } from './fixture.ts';
import { layoutGraph } from './layout.ts';
import { sentenceOf } from './lettering.ts';
import { countsOf } from './strata.ts';
import { laneSentence, momentOf, spokenFigure, spokenStep, tellerOf } from './twin.ts';
import type { BuildRecord } from '#engine/solver/record.ts';

const heard = (record: BuildRecord, edited: readonly string[]) => {
  const layout = layoutGraph({ record, files: filesOf([...GO_FILES]), edited: new Set(edited) });
  const tell = tellerOf(record, layout);
  return layout.lanes.flatMap((lane) => [laneSentence(lane), ...lane.stage.steps.map((id) => tell(record.steps.find((step) => step.id === id)!))]).map((line) => line.replaceAll('\u202f', ' '));
};

describe('the text twin', () => {
  it('tells a build in which the wave stops', () => {
    expect(heard(waveStops(), ['README.md'])).toEqual([
      'Stage build, 6 steps, not in the image.',
      'Step 1 of 6, FROM golang 1.22. Cached. 75.2 megabytes.',
      'Step 2 of 6, WORKDIR /src. Cached. 0 bytes.',
      'Step 3 of 6, COPY go.* to the current folder. Cached. 5.1 kilobytes.',
      'Step 4 of 6, RUN go mod download. Cached. 42.6 megabytes, modelled.',
      'Step 5 of 6, COPY everything to the current folder. Rebuilt, 0.1 seconds, because README.md changed.',
      'Step 6 of 6, RUN CGO_ENABLED=0 go build -o /app. Rebuilt, 6.8 seconds, modelled, because step 5 ran. The wave stops here: /app came out the same.',
      'Stage 1, final, 2 layers. ENTRYPOINT: config only.',
      'Step 1 of 2, FROM gcr.io/distroless/static. Cached. 1.9 megabytes.',
      'Step 2 of 2, COPY from build /app to /app. Cached, because the file it reads is the same. 7.8 megabytes.',
    ]);
  });

  it('tells a prediction and a failure', () => {
    expect(heard(willRebuild(), ['main.go'])).toContain('Step 2 of 2, COPY from build /app to /app. Will rebuild, 0.1 seconds, because step 6 of build will run.');
    expect(heard(goTwoStages({ '0.5': 'rebuilt', '0.6': 'failed', '1.2': 'stopped' }, { ok: false }), ['main.go']).join('\n')).toMatch(/Failed, exit 1, modelled\.[^]*Stopped\./);
  });

  it('sums a build up in one sentence', () => {
    const said = (record: BuildRecord) => sentenceOf(record, countsOf(record)).replaceAll('\u202f', ' ');
    expect(said(waveStops())).toBe('Build 3: 6 cached, 2 rebuilt, 7.2 s.');
    expect(said(willRebuild())).toBe('3 of 8 steps will rebuild, about 7.3 s.');
    expect(said(goTwoStages({}, { predicted: true }))).toBe('Nothing of 8 steps will rebuild.');
  });

  it('tells each event of a replay in one sentence', () => {
    const said = (['start', 'end', 'fail', 'stop'] as const).map((kind) => momentOf(waveStops(), { at: 0, kind, step: '1.2' }));
    expect(said).toEqual([
      'The wave reaches step 2 of stage-1, which runs.',
      'It is done with step 2 of stage-1.',
      'It failed at step 2 of stage-1.',
      'The wave stops before step 2 of stage-1: what it reads came out the same.',
    ]);
    expect(momentOf(waveStops(), undefined)).toBe('');
  });

  it('speaks units and paths', () => {
    expect(spokenFigure('1 min 42 s')).toBe('1 minutes 42 seconds');
    expect(spokenStep('FROM golang:1.27-alpine')).toBe('FROM golang 1.27-alpine');
    expect(spokenStep('ADD --chmod=755 . /src')).toBe('ADD everything to /src');
  });
});
