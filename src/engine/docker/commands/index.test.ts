import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../cli/catalog.ts';
import { commands } from './index.ts';

const folder = import.meta.dirname;
const fixtures = ['usage.json', 'scene.json', 'containers.json', 'builds.json'].map((name) => readFileSync(join(folder, '..', 'fixtures', name), 'utf8'));
const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => readFileSync(join(folder, name), 'utf8'));
const typed = [...fixtures, ...tests].flatMap((text) => [...text.matchAll(/docker ([a-z][a-z -]*)/g)].map((match) => match[1]?.trim().split(/\s+/) ?? []));
const tried = new Set(typed.flatMap((words) => {
  const found = findCommand(words);
  return found.kind === 'command' ? [found.command] : [];
}));

describe('the commands', () => {
  it('are each held to a recording or a test', () => {
    expect(commands.filter((command) => !tried.has(command)).map(({ paths }) => paths[0])).toEqual([]);
  });

  it('have a file each, and no path leads to two', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    expect(files.length).toBe(commands.length + 2);
    const paths = commands.flatMap((command) => [...command.paths, ...(command.nicknames ?? [])]);
    expect(paths.length).toBe(new Set(paths).size);
  });
});
