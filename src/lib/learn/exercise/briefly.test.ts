import { expect, it } from 'vitest';
import { briefly } from './briefly.ts';

it('says the cause without the way to it, and leaves what has no such way as it is', () => {
  expect(briefly('failed to compute cache key: failed to calculate checksum of ref <id>::<id>: "/nothing": not found')).toBe('"/nothing": not found');
  expect(briefly('dockerfile parse error on line 1: unknown instruction: FRM')).toBe('dockerfile parse error on line 1: unknown instruction: FRM');
});
