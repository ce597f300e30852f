import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { isDockerfile, languageFor } from './languages.ts';

describe('the language of a document', () => {
  it.each(['Dockerfile', 'Dockerfile.dev', 'web.Dockerfile', 'docker/dockerfile', 'Containerfile'])('is Dockerfile for %s', (path) => {
    expect(isDockerfile(path)).toBe(true);
  });

  it.each(['main.go', '.dockerignore', 'Dockerfile.dockerignore', 'Dockerfiles/readme.md', 'mydockerfile'])('is not Dockerfile for %s', (path) => {
    expect(isDockerfile(path)).toBe(false);
  });

  it('knows comments and exceptions of ignore files', () => {
    const doc = '# builds\nbin/\n  !bin/keep\n #not\n';
    const state = EditorState.create({ doc, extensions: languageFor('.dockerignore', {}) });
    const found: string[] = [];
    ensureSyntaxTree(state, doc.length, 1000)!.iterate({ enter: ({ name, from, to }) => void found.push(`${name} ${doc.slice(from, to)}`) });
    expect(found.slice(1)).toEqual(['Comment # builds', 'Exception !']);
  });

  it('is none for other files', () => {
    expect(languageFor('main.go', {})).toEqual([]);
  });
});
