import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dockerfileRuns } from './static-runs.ts';

const marked = (line: string) => dockerfileRuns(line).filter((run) => run.kind !== 'plain').map((run) => `${run.kind}:${run.text}`);

describe('a line of a Dockerfile in a static drawing', () => {
  it('has its keyword, flags and strings apart', () => {
    expect(marked('FROM golang:1.22 AS build')).toEqual(['keyword:FROM', 'keyword:AS']);
    expect(marked('COPY --from=build --chmod=755 /app /app')).toEqual(['keyword:COPY', 'flag:--from=build', 'flag:--chmod=755']);
    expect(marked('ENTRYPOINT ["/app"]')).toEqual(['keyword:ENTRYPOINT', 'string:"/app"']);
    expect(marked('# syntax=docker/dockerfile:1')).toEqual(['comment:# syntax=docker/dockerfile:1']);
  });

  it('leaves the flags of a command alone', () => {
    expect(marked('RUN apk add --no-cache git')).toEqual(['keyword:RUN']);
  });

  it('loses nothing, for any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        expect(dockerfileRuns(line).map((run) => run.text).join('')).toBe(line);
      }),
      { seed: 1 },
    );
  });
});
