import { describe, expect, it } from 'vitest';
import { parseChmod } from './chmod.ts';
import { formatDuration } from './duration.ts';
import { parseOwner } from './file-vertex.ts';
import { isSignal } from './signal.ts';

describe('--chmod', () => {
  it('takes octal numbers and symbols', () => {
    expect(parseChmod('755')).toEqual({ mode: { mode: 0o755 } });
    expect(parseChmod('')).toEqual({ mode: { mode: -1 } });
    for (const text of ['u+x', 'a=rX,go-w', '+x', 'u=g', 'g+s,+t', 'u+', 'ug+r-w']) expect(parseChmod(text)).toEqual({ mode: { mode: 0, modeStr: text } });
  });

  it('refuses the rest in BuildKit’s words', () => {
    for (const text of ['10000', '888', '9', '0x1']) expect(parseChmod(text)).toEqual({ error: `invalid chmod parameter: '${text}'. it should be octal string and between 0 and 07777` });
    for (const text of ['x', 'u', 'u+q', 'u+x,', ',']) expect(parseChmod(text)).toEqual({ error: 'invalid syntax' });
  });
});

describe('an owner', () => {
  it('is a number, root, or a name, with a group or without', () => {
    expect(parseOwner('1000')).toEqual({ user: 1000 });
    expect(parseOwner('root:staff')).toEqual({ user: 0, group: 'staff' });
    expect(parseOwner(':50')).toEqual({ user: '', group: 50 });
    expect(parseOwner('app:')).toEqual({ user: 'app', group: '' });
  });
});

describe('a duration', () => {
  it('prints as in Go', () => {
    expect([0, 1, 1500, 1_500_000, 30e9, 90e9, 3600e9, 3600.5e9, -1e9].map(formatDuration)).toEqual(['0s', '1ns', '1.5µs', '1.5ms', '30s', '1m30s', '1h0m0s', '1h0m0.5s', '-1s']);
  });
});

describe('a stop signal', () => {
  it('is a number or a name', () => {
    expect(['9', 'SIGTERM', 'term', 'sigrtmin+3', 'RTMAX-14', '-1'].map(isSignal)).toEqual([true, true, true, true, true, true]);
    expect(['0', 'FOO', '', 'SIGRTMAX-15'].map(isSignal)).toEqual([false, false, false, false]);
  });
});
