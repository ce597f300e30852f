import { describe, expect, it } from 'vitest';
import { commandFor, commandsOf, keyOf, refusal, type Pressed } from './keys.ts';

const views = [{ id: 'layers', label: 'layers.tab', key: 'l' }, { id: 'registry', label: 'registry.tab', key: 'r' }, { id: 'terminal', label: 'terminal.tab' }] as const;
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('the keys of the page', () => {
  it('are written as on the caps, Cmd as Ctrl, and a sign without its Shift', () => {
    expect([keyOf(press('Enter', { metaKey: true })), keyOf(press('Z', { ctrlKey: true, shiftKey: true })), keyOf(press('?', { shiftKey: true })), keyOf(press('g'))]).toEqual(['Ctrl Enter', 'Ctrl Shift Z', '?', 'g']);
  });

  it('go to every view that declares one, and do not collide', () => {
    const commands = commandsOf(views);
    expect(commands.filter(({ free }) => free).map(({ id, keys }) => [id, ...keys])).toEqual([['view:graph', 'g'], ['view:layers', 'l'], ['view:registry', 'r']]);
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leave letters alone that are off, or held with another key', () => {
    const commands = commandsOf(views);
    expect(commandFor(commands, press('l'), true)?.id).toBe('view:layers');
    expect(commandFor(commands, press('l'), false)).toBeUndefined();
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) expect(commandFor(commands, press('l', { [held]: true }), true)).toBeUndefined();
    expect(commandFor(commands, press('Enter', { ctrlKey: true }), false)?.id).toBe('build');
  });

  it('can be changed to a letter that is free, and to no other', () => {
    const commands = commandsOf(views, { 'view:layers': 'x' });
    expect(commandFor(commands, press('x'), true)?.id).toBe('view:layers');
    expect(commandFor(commands, press('l'), true)).toBeUndefined();
    expect(refusal(commands, 'view:layers', 'l')).toBeUndefined();
    expect(refusal(commands, 'view:layers', 'R')?.id).toBe('keys.taken');
    expect(refusal(commands, 'view:layers', 'Enter')?.id).toBe('keys.one-letter');
  });
});
