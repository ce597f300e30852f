import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { summarySentence } from './sentence.ts';
import { starterFor } from './starter.ts';

const scenario = { slug: 'x', title: '', about: '', files: {}, dockerfile: 'Dockerfile', options: {}, begins: 0 };

describe('the Dockerfile to start from', () => {
  it.each([
    ['golang:1.27-alpine', { 'go.mod': 'module x\n\ngo 1.27\n', 'main.go': 'package main\n\nfunc main() {}\n' }],
    ['node:22-alpine', { 'package.json': '{}', 'package-lock.json': '{"lockfileVersion":3,"packages":{}}' }],
    ['python:3.13-slim', { 'requirements.txt': '' }],
    ['nginx:alpine', { 'index.html': '<p>' }],
    ['alpine:3.22', { notes: '' }],
  ])('from %s builds', (image, files) => {
    const { text, image: named } = starterFor(Object.keys(files));
    expect(named).toBe(image);
    const opened = dispatch(openWorkspace(scenario, resolveImage), { type: 'import', name: 'x', files: Object.entries({ ...files, Dockerfile: text }).map(([path, held]) => ({ path, text: held })) });
    const built = opened.ok ? dispatch(opened.workspace, { type: 'build' }) : opened;
    expect(built.ok && currentState(built.workspace).builds.map(({ record }) => record.error?.message ?? 'ok')).toEqual(['ok']);
  });
});

describe('the sentence about what was read', () => {
  const summary = { name: 'x', files: 24, bytes: 31_000, keptOut: 0, guessedExecutable: 0 };

  it('counts files and bytes and says that nothing was sent', () => {
    expect(summarySentence(summary)).toBe('24 files, 31.0\u202fkB, read in this tab and sent nowhere.');
  });

  it('says what was not read, and what was guessed', () => {
    expect(summarySentence({ ...summary, keptOut: 2, ignoreFile: '.dockerignore', guessedExecutable: 1 })).toBe(
      '24 files, 31.0\u202fkB, read in this tab and sent nowhere. What .dockerignore keeps out was not read. 1 script or program counts as executable: a browser does not tell.',
    );
  });
});
