import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normal } from './normal.fixture.ts';
import { scene, terminal } from './terminal.fixture.ts';

/** A line with what Docker 28.5.2 and Buildx 0.29.1 said to it; without `out` where the two differ for a reason of the scene. */
interface Recorded {
  readonly line: string;
  readonly out?: string;
  readonly err?: string;
  readonly exitCode?: number;
}

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')) as readonly Recorded[];

const dockerfile = 'FROM alpine:3.20\nLABEL org.opencontainers.image.title=demo\nENV A=1 B="two words"\nWORKDIR /app\nCOPY . .\nRUN wc -l notes.txt > count\nEXPOSE 8080\nUSER 1000\nCMD ["cat", "count"]\n';
const files = { Dockerfile: { text: dockerfile }, 'notes.txt': { text: 'one\ntwo\n' }, 'src/main.txt': { text: 'main\n' } };

describe('a command in an empty project, on a machine without images', () => {
  for (const { line, out = '', err = '', exitCode } of read('usage.json')) {
    it(`says what Docker says, to the letter: ${line}`, () => {
      const typed = terminal({ ...scene, files: {} }).type(line);
      expect({ out: typed.out.trimEnd(), err: typed.err.trimEnd(), exitCode: typed.exitCode }).toEqual({ out: out.trimEnd(), err: err.trimEnd(), exitCode });
    });
  }
});

for (const name of ['scene.json', 'containers.json', 'builds.json']) {
  describe(`a recorded scene, digests, times and sizes aside (${name})`, () => {
    const { type } = terminal({ ...scene, files });
    for (const { line, out, err, exitCode } of read(name)) {
      const typed = type(line);
      if (out === undefined) continue;
      it(`goes on as with Docker: ${line}`, () => {
        expect({ out: normal(typed.out), err: normal(typed.err), exitCode: typed.exitCode }).toEqual({ out, err, exitCode });
      });
    }
  });
}
