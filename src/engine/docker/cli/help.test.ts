import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terminal } from '../terminal.fixture.ts';

/** Help of Docker 28.5.2 with Buildx 0.29.1, recorded at 80 columns. */
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/help.json'), 'utf8')) as Record<string, string>;

describe('help', () => {
  for (const [path, text] of Object.entries(recorded)) {
    it(`of docker ${path} is Docker's own, line breaks included`, () => {
      expect(terminal().type(`docker ${path} --help`).text.trimEnd()).toBe(text.trimEnd());
    });
  }
});
