// @vitest-environment jsdom
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '#embed/element/own-files.ts';
import { readAttributes } from '#embed/element/read-attributes.ts';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { describe as describeNow } from '#engine/workspace/describe.ts';
import { scenarioOf } from '#engine/workspace/made-up/made-up.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { lessonSlugs } from '../src/lessons/index.ts';
import { defaultScenario } from '#scenarios/index.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string>; license: string };

describe('README', () => {
  it('names only commands that package.json has', () => {
    // What stands in an example's Dockerfile is a command of another project.
    const named = [...readme.replace(/```html[\s\S]*?```/g, '').matchAll(/\bnpm (?:run (?:-s )?)?([a-z]+)\b/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('begins with what it is, a picture of it and the two commands', () => {
    const [picture, commands] = [readme.indexOf('!['), readme.indexOf('npm start')];
    expect(readme.startsWith('# Layerscope\n\n**See what your Dockerfile rebuilds, and why.**')).toBe(true);
    expect(picture).toBeGreaterThan(0);
    expect(commands).toBeGreaterThan(picture);
    expect(readme.indexOf('npm test')).toBeGreaterThan(commands);
  });

  it('links only to files that are there, and shows a real picture', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '').filter((target) => !/^https?:/.test(target));
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
    expect(statSync(join(root, 'static/workbench.png')).size).toBeGreaterThan(20_000);
  });

  it('quotes the Dockerfile of the first scene as it is', () => {
    const quoted = /```dockerfile\n([\s\S]*?)```/.exec(readme)?.[1];
    expect(quoted).toBe(defaultScenario.files[defaultScenario.dockerfile]?.text);
  });

  it('counts the lessons', () => {
    expect(lessonSlugs).toHaveLength(15);
    expect(readme).toContain('a course of fifteen lessons');
  });

  it('types commands that the terminal runs', () => {
    const block = /compared with a real Docker[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const lines = block.trim().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    let workspace = openWorkspace(defaultScenario, resolveImage, execute);
    for (const line of lines) {
      const done = dispatch(workspace, { type: 'command', line });
      if (!done.ok) throw new Error(done.message.id);
      workspace = done.workspace;
      expect(currentState(workspace).terminal.at(-1)!.exitCode, line).toBe(0);
    }
  });

  it('names folders of the source tree that exist', () => {
    const folders = [...readme.matchAll(/^\| `((?:src|tests)[^`]*)` \|/gm)].map((match) => match[1] ?? '');
    expect(folders.length).toBeGreaterThan(3);
    expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  it('embeds a Dockerfile that does what it promises', () => {
    const block = /```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const page = new DOMParser().parseFromString(block, 'text/html');
    const element = page.querySelector('layer-scope')!;
    const { presentation, wrong } = readAttributes((name) => element.getAttribute(name));
    expect(wrong).toEqual([]);
    const { scenario } = scenarioOf(filesOf(element));
    const edited = dispatch(openWorkspace(scenario, resolveImage, execute), { type: 'write', path: presentation.edit!, text: 'console.log(2);\n' });
    const steps = edited.ok ? (describeNow(edited.workspace).prediction?.steps ?? []) : [];
    expect(steps.map(({ state }) => (state === 'rebuilt' ? 'miss' : 'hit'))).toEqual(presentation.expect);
  });

  it('states the licence of package.json, whose text is in LICENSE', () => {
    expect(manifest.license).toBe('MIT');
    expect(readme).toContain('MIT licence');
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('MIT License');
  });
});
