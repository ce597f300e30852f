import { describe, expect, it } from 'vitest';
import { MissingPart, Part, partNamed, partNames, UnreachablePart, withParts } from './part.ts';

describe('a part of the engine', () => {
  it('is missing until it is loaded, and is loaded once', async () => {
    let loads = 0;
    const part = new Part('words', () => Promise.resolve(`words ${++loads}`));
    expect(() => part.value).toThrow(MissingPart);
    await Promise.all([part.load(), part.load()]);
    expect(part.value).toBe('words 1');
    expect(part.isThere).toBe(true);
    expect(partNamed('words')).toBe(part);
    expect(partNames()).toContain('words');
  });

  it('is asked for again after it could not be loaded', async () => {
    let network = false;
    const part = new Part('far', () => (network ? Promise.resolve(1) : Promise.reject(new Error('offline'))));
    await expect(part.load()).rejects.toThrow('offline');
    network = true;
    await part.load();
    expect(part.value).toBe(1);
  });

  it('is loaded by work that comes to it, and the work is done from the start', async () => {
    const [one, two] = [new Part('one', () => Promise.resolve(1)), new Part('two', () => Promise.resolve(2))];
    let began = 0;
    expect(await withParts(() => (began++, one.value + two.value))).toBe(3);
    expect(began).toBe(3);
  });

  it('lets other faults through', async () => {
    await expect(withParts(() => { throw new Error('a defect'); })).rejects.toThrow('a defect');
    const part = new Part('gone', () => Promise.reject(new Error('offline')));
    await expect(withParts(() => part.value)).rejects.toThrow(UnreachablePart);
  });
});
