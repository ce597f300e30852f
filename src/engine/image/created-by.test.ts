import { describe, expect, it } from 'vitest';
import { instructionOf } from './created-by.ts';

describe('what made a layer', () => {
  it.each([
    ['RUN /bin/sh -c make # buildkit', 'RUN make'],
    ['RUN |2 A=b C=d e /bin/sh -c make all # buildkit', 'RUN make all'],
    ['COPY . . # buildkit', 'COPY . .'],
    ['/bin/sh -c #(nop)  CMD ["sh"]', 'CMD ["sh"]'],
    ['/bin/sh -c apt-get update', 'RUN apt-get update'],
    ['bazel build tzdata', 'bazel build tzdata'],
    ['', ''],
  ])('%s is %s', (createdBy, line) => {
    expect(instructionOf(createdBy)).toBe(line);
  });
});
