import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml.ts';

const value = (text: string) => {
  const read = readYaml(text);
  return 'value' in read ? read.value : read;
};

describe('YAML', () => {
  it.each([
    ['a mapping', 'a: 1\nb: text # why\nc:\n  d: true\n', { a: 1, b: 'text', c: { d: true } }],
    ['a sequence', 'packages:\n  - packages/*\n  - "apps/**"\n', { packages: ['packages/*', 'apps/**'] }],
    ['a sequence at the column of its key', 'packages:\n- a\n- b\nx: 1\n', { packages: ['a', 'b'], x: 1 }],
    ['mappings in a sequence', 'a:\n  - name: x\n    with:\n      y: 1\n  - name: z\n', { a: [{ name: 'x', with: { y: 1 } }, { name: 'z' }] }],
    ['flow collections', "cpu: [x64, arm64]\nresolution: {integrity: sha512-a+b==, 'k': v}\nempty: {}\n", { cpu: ['x64', 'arm64'], resolution: { integrity: 'sha512-a+b==', k: 'v' }, empty: {} }],
    ['quoted keys', "'@hono/node-server@1.19.19(hono@4.1.0)':\n  version: '9.0'\n", { '@hono/node-server@1.19.19(hono@4.1.0)': { version: '9.0' } }],
    ['a block text', 'a: |\n  one\n  two\nb: >-\n  three\n  four\n', { a: 'one\ntwo\n', b: 'three four' }],
    ['values with colons and hashes in them', 'version: link:../ui\nurl: https://x.example/#y\n', { version: 'link:../ui', url: 'https://x.example/#y' }],
    ['an empty document', '# nothing\n', null],
    ['keys that a prototype has', '__proto__: 1\nconstructor: 2\n', JSON.parse('{"__proto__":1,"constructor":2}')],
  ])('reads %s', (_, text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it('says on which line it is malformed', () => {
    expect(value('a: 1\n  b: 2\n')).toEqual({ error: 'bad indentation of a mapping entry', line: 2 });
    expect(value('a: [1, 2\n')).toMatchObject({ line: 1 });
  });

  it('ends for any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'-a:b \n[]{},"\'#|>') }), (text) => {
      expect(readYaml(text)).toBeDefined();
    }), { seed: 7, numRuns: 2000 });
    expect(value('- '.repeat(5000))).toMatchObject({ error: 'nested too deeply' });
  });

  it('gives back what JSON says, which is YAML too', () => {
    const scalar = fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/), fc.boolean());
    const json = fc.letrec((tie) => ({ any: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('any')), fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie('any'))) })).any;
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), json, { minKeys: 1 }), (object) => {
      expect(value(JSON.stringify(object, null, 0).replaceAll('":', '": '))).toEqual(object);
    }), { seed: 7, numRuns: 200 });
  });
});
