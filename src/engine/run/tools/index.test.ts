import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { families } from './families.ts';
import { TOOLS, toolsOf } from './index.ts';
import { toolNamed } from './lookup.ts';
import { familyOf, type Family } from './names.ts';
import type { Tool } from './tool.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

const isTool = (value: unknown): value is Tool => typeof value === 'object' && value !== null && 'name' in value && 'run' in value && typeof value.run === 'function';

describe('the list of tools', () => {
  it('has every tool of the folder', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of files) {
      const exported: unknown[] = Object.values((await import(/* @vite-ignore */ `./${name}`)) as object);
      for (const tool of exported.filter(isTool)) expect(TOOLS, `${name}: ${tool.name}`).toContain(tool);
    }
    expect(files.length).toBeGreaterThan(50);
  });

  it('names no tool twice', () => {
    const names = TOOLS.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('knows of every program to which family it belongs, and of no other', () => {
    const families = Object.entries(toolsOf).flatMap(([family, tools]) => tools.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])].map((name) => [name, family] as const)));
    for (const [name, family] of families) expect(familyOf(name), name).toBe(family);
    expect(familyOf('no-such-program')).toBeUndefined();
    expect(toolNamed('no-such-program')).toBeUndefined();
    expect(toolNamed('[')?.name).toBe('test');
  });

  it('loads every family as it is given at once', async () => {
    for (const family of Object.keys(toolsOf) as Family[]) {
      const { value, isThere } = families[family];
      expect(isThere && value, family).toBe(toolsOf[family]);
      const loaded = await families[family].fetch();
      expect(loaded, family).toEqual(toolsOf[family]);
    }
  });
});
