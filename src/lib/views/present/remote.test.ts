import { describe, expect, it } from 'vitest';
import { commandOf } from './remote.ts';

const key = (name: string, focus: Parameters<typeof commandOf>[1] = 'page') => commandOf({ key: name, ctrlKey: false, metaKey: false, altKey: false }, focus);

describe('the keys of a talk', () => {
  it.each([['PageDown', 'next'], ['PageUp', 'previous'], [' ', 'next'], ['.', 'play'], ['b', 'blank'], ['B', 'blank'], ['Escape', 'end']])('%s: %s', (name, command) => {
    expect(key(name)).toBe(command);
  });

  it('lets a remote work while notes are written, and letters be letters', () => {
    expect([key('PageDown', 'text'), key('n', 'text'), key('.', 'text'), key(' ', 'text')]).toEqual(['next', undefined, undefined, undefined]);
  });

  it('leaves a button its space bar and the graph its arrows', () => {
    expect([key(' ', 'control'), key('ArrowRight', 'graph'), key('PageDown', 'graph'), key('PageDown', 'control')]).toEqual([undefined, undefined, 'next', 'next']);
  });

  it('leaves the browser its own', () => {
    expect(commandOf({ key: 'f', ctrlKey: true, metaKey: false, altKey: false }, 'page')).toBeUndefined();
  });
});
