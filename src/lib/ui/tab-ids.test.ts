import fc from 'fast-check';
import { expect, it } from 'vitest';
import { panelId, tabId } from './tab-ids.ts';

it('any two names give two ids, without spaces', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), ([a, b]) => {
      expect(tabId('file', a!)).not.toBe(tabId('file', b!));
      expect(panelId('file', a!)).toMatch(/^file-panel-[\w-]*$/);
    }),
    { seed: 1 },
  );
});
