import { describe, expect, it } from 'vitest';
import { sentence } from '#messages/index.ts';
import { sourceNames } from '../element/read-attributes.ts';
import { presentationNames, readPresentation } from '../read-presentation.ts';
import vocabulary from '../vocabulary.ts?raw';
import { methodNames } from './checked.ts';
import { messages, policies, presentations, signatures, sources } from './reference.ts';

const { events, methods } = signatures(vocabulary);
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

/** Names that the text of an interface has. */
const declared = (name: string) => [...(new RegExp(`interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(vocabulary)?.[1] ?? '').matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, member]) => member);

describe('the reference of embeds', () => {
  it('has every event and method of the vocabulary, as it is declared, and no other', () => {
    expect(names(events)).toEqual(declared('Events'));
    expect(names(methods)).toEqual(declared('Methods'));
    expect(names(methods)).toEqual(methodNames);
    expect(methods.find(({ name }) => name === 'editFile')?.form).toBe('(path: string, text?: string): Promise<ToldBuild>');
    expect(events.find(({ name }) => name === 'resize')?.form).toBe('{ height: number }');
  });

  it('has every word of the presentation, and its values are read', () => {
    expect(names(presentations)).toEqual(presentationNames);
    expect(names(presentations).sort()).toEqual(declared('Presentation').sort());
    for (const { name, form } of presentations) {
      const values = form.split(' | ');
      if (values.length > 1 && name !== 'step') for (const value of values) expect(readPresentation((asked) => (asked === name ? value : null))).toMatchObject({ [name]: value });
    }
  });

  it('has every name that the element reads its source from', () => {
    expect(names(sources)).toEqual(expect.arrayContaining([...sourceNames]));
  });

  it('says of each what it is', () => {
    for (const { name, says } of [...events, ...methods, ...presentations, ...sources, ...messages, ...policies]) expect(sentence({ id: says }), name).not.toEqual([{ text: says, kind: 'words' }]);
  });

  it('would notice a name that is gone', () => {
    expect(() => signatures(vocabulary.replace('  build(): ', '  make(): '))).toThrow('The vocabulary has no build.');
  });
});
