/** Any way to present an embed, for laws. */
import fc from 'fast-check';
import { heights, presentationChoices } from './read-presentation.ts';
import type { Presentation } from './vocabulary.ts';

const word = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.string({ unit: fc.constantFrom(...'ab/.:`~"\'<>&{}$\\|!#=*_[]() +%;é'.split('')), minLength: 1, maxLength: 20 }));
const choice = <Name extends keyof typeof presentationChoices>(name: Name) => fc.constantFrom(...presentationChoices[name]);

export const anyPresentation: fc.Arbitrary<Presentation> = fc.record(
  {
    view: choice('view'),
    theme: choice('theme'),
    readonly: fc.boolean(),
    ui: choice('ui'),
    load: choice('load'),
    motion: choice('motion'),
    step: word,
    file: word,
    lang: fc.constantFrom('en', 'de', 'pt-BR'),
    height: fc.integer({ min: heights.least, max: heights.most }),
    expect: fc.array(fc.constantFrom('hit' as const, 'miss' as const, 'skip' as const, 'fail' as const), { minLength: 1, maxLength: 12 }),
    edit: word,
    predict: fc.constant(true),
  },
  { requiredKeys: ['view', 'theme', 'readonly', 'ui', 'load', 'motion'] },
);
