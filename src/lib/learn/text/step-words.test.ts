import { describe, expect, it } from 'vitest';
import { stepWords, withoutFlags } from './step-words.ts';

describe('the words for a step of a lesson', () => {
  it('say the stage in words', () => {
    expect(stepWords('final: COPY --from=build')).toBe('COPY --from=build in the final stage');
    expect(stepWords('api: COPY api')).toBe('COPY api in stage api');
  });

  it('say the first of several ways to write it', () => {
    expect(stepWords('npm ci | npm install')).toBe('npm ci');
    expect(stepWords('build: npm ci | build: npm install')).toBe('npm ci in stage build');
  });

  it('leave a colon of the step itself alone', () => {
    expect(stepWords('COPY --from=golang:1.22 /go .')).toBe('COPY --from=golang:1.22 /go .');
    expect(stepWords('RUN echo "a: b"')).toBe('RUN echo "a: b"');
  });
});

describe('a step in a narrow row', () => {
  it('begins with its command, not with its flags', () => {
    expect(withoutFlags('RUN --mount=type=cache,id=two,target=/cache --network=none echo hello')).toBe('RUN … echo hello');
    expect(withoutFlags('RUN npm ci --omit=dev')).toBe('RUN npm ci --omit=dev');
    expect(withoutFlags('COPY --from=build /app .')).toBe('COPY --from=build /app .');
  });
});
