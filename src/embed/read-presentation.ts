/**
 * How an embed is presented, read from the words that somebody wrote: attributes of the element, the query of the frame, the head of
 * a fenced block. What is no value of its name counts as not written. The way back is here too, so that both agree.
 */
import type { Expected, Presentation } from './vocabulary.ts';

/** What an embed is where nothing is written. */
export const plainPresentation: Presentation = { view: 'both', theme: 'auto', readonly: false, ui: 'full', load: 'lazy', motion: 'auto' };

/** The names that are read, in the order in which they are written. */
export const presentationNames = ['view', 'step', 'file', 'theme', 'lang', 'readonly', 'ui', 'load', 'motion', 'height', 'expect', 'edit', 'predict'] as const satisfies readonly (keyof Presentation)[];

/** The names that are there or not: any value but `false` and `0` is yes. */
export const presentationFlags: readonly string[] = ['readonly', 'predict'] satisfies readonly (keyof Presentation)[];

type Choices = { readonly [Name in 'view' | 'theme' | 'ui' | 'load' | 'motion']: readonly Presentation[Name][] };

/** The values of the names that have a few. */
export const presentationChoices: Choices = {
  view: ['both', 'graph', 'editor'],
  theme: ['auto', 'light', 'dark'],
  ui: ['full', 'lite'],
  load: ['eager', 'lazy', 'click'],
  motion: ['auto', 'off'],
};

/** Pixels: less shows nothing, more is a mistake. */
export const heights = { least: 120, most: 4_000 } as const;

const expected: readonly Expected[] = ['hit', 'miss', 'skip', 'fail'];
const longest = 4_096;

/** `get` gives what stands at a name, the empty text for a name alone, and null or undefined where it is not written. */
export function readPresentation(get: (name: string) => string | null | undefined): Presentation {
  const text = (name: string): string | undefined => {
    const given = get(name);
    return given && given.length <= longest ? given : undefined;
  };
  const choice = <Name extends keyof Choices>(name: Name): Presentation[Name] => {
    const given = text(name)?.trim().toLowerCase();
    return presentationChoices[name].find((one) => one === given) ?? plainPresentation[name];
  };
  const flag = (name: 'readonly' | 'predict'): boolean => !['false', '0'].includes(get(name) ?? 'false');
  const step = text('step');
  const file = text('file');
  const lang = text('lang');
  const edit = text('edit');
  const height = heightIn(text('height'));
  const expect = expectIn(text('expect'));
  return {
    view: choice('view'),
    theme: choice('theme'),
    readonly: flag('readonly'),
    ui: choice('ui'),
    load: choice('load'),
    motion: choice('motion'),
    ...(step !== undefined && { step }),
    ...(file !== undefined && { file }),
    ...(lang !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) && { lang }),
    ...(height !== undefined && { height }),
    ...(expect && { expect }),
    ...(edit !== undefined && { edit }),
    ...(flag('predict') && { predict: true }),
  };
}

/** The names and values that say it: only what is not so anyway. A flag has an empty value. */
export function writePresentation(presentation: Partial<Presentation>): readonly (readonly [name: string, value: string])[] {
  return presentationNames.flatMap((name): readonly (readonly [string, string])[] => {
    const value = presentation[name];
    if (value === undefined || value === false || value === plainPresentation[name]) return [];
    return [[name, value === true ? '' : Array.isArray(value) ? value.join(',') : String(value)]];
  });
}

function heightIn(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}(px)?$/.test(text)) return undefined;
  const height = Number.parseInt(text, 10);
  return height === 0 ? undefined : Math.min(heights.most, Math.max(heights.least, height));
}

/** `hit, hit, miss`; a word that is none of the four makes the whole promise no promise. */
function expectIn(text: string | undefined): readonly Expected[] | undefined {
  const words = text?.split(',').map((word) => word.trim().toLowerCase()) ?? [];
  const found = words.flatMap((word) => expected.find((one) => one === word) ?? []);
  return found.length > 0 && found.length === words.length ? found : undefined;
}
