import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['HEALTHCHECK NONE', { health: { test: ['NONE'], intervalNs: 0, timeoutNs: 0, startPeriodNs: 0, startIntervalNs: 0, retries: 0 } }],
  [
    'HEALTHCHECK --interval=1m30s --timeout=3s --start-period=1s --start-interval=1ms --retries=5 cmd a b',
    { health: { test: ['CMD-SHELL', 'a b'], intervalNs: 90e9, timeoutNs: 3e9, startPeriodNs: 1e9, startIntervalNs: 1e6, retries: 5 } },
  ],
  ['HEALTHCHECK CMD ["a", "b"]', { health: { test: ['CMD', 'a', 'b'], intervalNs: 0, timeoutNs: 0, startPeriodNs: 0, startIntervalNs: 0, retries: 0 } }],
  ['HEALTHCHECK', 'HEALTHCHECK requires at least one argument'],
  ['HEALTHCHECK NONE x', 'HEALTHCHECK NONE takes no arguments'],
  ['HEALTHCHECK CMD', 'Missing command after HEALTHCHECK CMD'],
  ['HEALTHCHECK curl x', 'Unknown type "CURL" in HEALTHCHECK (try CMD)'],
  ['HEALTHCHECK --interval=1us CMD a', 'Interval "interval" cannot be less than 1ms'],
  ['HEALTHCHECK --interval=1 CMD a', 'time: missing unit in duration "1"'],
  ['HEALTHCHECK --retries=-1 CMD a', '--retries cannot be negative (-1)'],
  ['HEALTHCHECK --retries=x CMD a', 'strconv.ParseInt: parsing "x": invalid syntax'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
