import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instructionFor, instructions, keywords } from './index.ts';

const support = ['command-line', 'doc-comment', 'expansion', 'flags', 'index', 'instruction-spec', 'key-values', 'sources-and-dest'];

describe('the list of instructions', () => {
  it('has every file of the folder, in alphabetical order', () => {
    const files = readdirSync(new URL('.', import.meta.url))
      .filter((file) => /^[a-z-]+\.ts$/.test(file))
      .map((file) => file.slice(0, -3))
      .filter((name) => !support.includes(name));
    expect(instructions.map((spec) => spec.keyword.toLowerCase())).toEqual(files.sort());
  });

  it('is all that BuildKit knows', () => {
    expect(keywords.join(' ')).toBe('ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR');
  });

  it('answers to a word in any case', () => {
    expect(instructionFor('workDir')?.keyword).toBe('WORKDIR');
    expect(instructionFor('WOR\u212aDIR')?.keyword).toBe('WORKDIR');
    expect(instructionFor('toString')).toBeUndefined();
  });

  it.each(instructions.map((spec) => [spec.keyword, spec] as const))('says how %s is written and what it does', (keyword, spec) => {
    expect(spec.documentation.length).toBeGreaterThan(40);
    expect(spec.expands).toMatch(/\.$/);
    for (const line of spec.usage) expect(line).toMatch(new RegExp(`^${keyword} `));
    for (const snippet of spec.completions) expect(snippet).toMatch(new RegExp(`^${keyword} `));
    for (const flag of spec.flags) expect(flag.documentation).toMatch(/\.$/);
    expect(spec.flags.map((flag) => flag.name)).toEqual(spec.flags.map((flag) => flag.name).sort());
  });
});
