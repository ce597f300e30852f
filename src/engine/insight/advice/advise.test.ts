import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { described, emptyDir, file, put } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import { resolveImage } from '../../registry/index.ts';
import { build } from '../../solver/build.ts';
import { emptyStore } from '../../solver/cache-store.ts';
import type { Advice, AdviceProbe } from './advice.ts';
import { text } from '../../../messages/index.ts';
import { adviceRules, advise } from './index.ts';

/** A file's text, or its size where nobody reads it. */
type Files = Readonly<Record<string, string | number>>;

const contextOf = (files: Files): DirNode =>
  Object.entries(files).reduce((root, [path, text]) => put(root, path, typeof text === 'string' ? file(text, { mode: 0o644 }) : described(text, path, { mode: 0o644 })), emptyDir());

const probe: AdviceProbe = (dockerfile, context, after) =>
  build({
    number: 1, options: {}, context: put(context, 'Dockerfile', file(dockerfile, { mode: 0o644 })), dockerfilePath: 'Dockerfile',
    resolve: resolveImage, store: after?.store ?? emptyStore, now: Date.UTC(2026, 8, 1) + (after ? 1_000_000 : 0), predicted: true, keepStore: true,
  });

function adviceOn(dockerfile: string, files: Files = {}, probes = 12): readonly Advice[] {
  const context = contextOf(files);
  const { record, trees } = probe(dockerfile, context);
  return advise({ dockerfile, record, trees, context, probe, probes });
}

const lock = { lockfileVersion: 3, packages: { '': { dependencies: { express: '^4.19.2' } }, 'node_modules/express': { version: '4.19.2' } } };
const npm: Files = { 'package.json': '{"name":"a","version":"1.0.0","dependencies":{"express":"^4.19.2"}}', 'package-lock.json': JSON.stringify(lock), 'index.js': 'x\n' };
const go: Files = { 'go.mod': 'module example.com/a\n\ngo 1.22\n', 'main.go': 'package main\n\nfunc main() { println("a") }\n' };
const pip: Files = { 'requirements.txt': 'flask==3.0.0\n', 'app.py': 'print(1)\n' };
const pinned = 'alpine@sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5';
const npmCache = '--mount=type=cache,target=/root/.npm ';

interface Example {
  readonly bad: string;
  /** First lines of what the finding is about. */
  readonly lines: readonly number[];
  /** The text that is underlined. */
  readonly at: string;
  readonly good: string;
  readonly files?: Files;
  /** Nothing that could be put in by itself mends it. */
  readonly byHand?: true;
}

/** For each rule a Dockerfile that it finds once, and one with nothing to find. */
const examples: Readonly<Record<string, Example>> = {
  'add-for-copy': { bad: 'FROM alpine:3.22\nADD a.txt /a.txt\n', lines: [2], at: 'ADD', good: 'FROM alpine:3.22\nCOPY a.txt /a.txt\nADD b.tar.gz /b\n', files: { 'a.txt': 'a', 'b.tar.gz': 10 } },
  'apk-cache-left': { bad: 'FROM alpine:3.22\nRUN apk update && apk add curl\n', lines: [2], at: 'apk add', good: 'FROM alpine:3.22\nRUN apk add --no-cache curl\n' },
  'apt-lists-left': {
    bad: 'FROM debian:trixie\nRUN apt-get update \\\n && apt-get install -y curl\n', lines: [2], at: 'apt-get update',
    good: 'FROM debian:trixie\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  },
  'apt-update-alone': {
    bad: 'FROM debian:trixie\nRUN apt-get update\nRUN apt-get install -y curl\n', lines: [2], at: 'apt-get update',
    good: 'FROM debian:trixie\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  },
  'base-unpinned': { bad: 'FROM golang\n', lines: [1], at: 'golang', good: 'FROM golang:1.27\n' },
  'build-cache-missing': {
    bad: 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go build -o /app\n', lines: [4], at: 'go build', files: go,
    good: 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN --mount=type=cache,target=/root/.cache/go-build go build -o /app\n',
  },
  'compiler-shipped': {
    bad: 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app\nENTRYPOINT ["/app"]\n', lines: [4], at: 'go build', files: go,
    good: 'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app\nFROM scratch\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n',
  },
  'context-not-ignored': { bad: 'FROM alpine:3.22\nWORKDIR /a\nCOPY . .\n', lines: [3], at: 'COPY . .', good: 'FROM alpine:3.22\nWORKDIR /a\nCOPY a.txt .\n', files: { 'a.txt': 'a', '.git/HEAD': 'ref', 'web/node_modules/x.js': 20_000 } },
  'copy-before-install': {
    bad: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n', lines: [3, 4], at: 'COPY . .', files: npm,
    good: `FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN ${npmCache}npm ci\nCOPY . .\n`,
  },
  'deleted-later': {
    byHand: true, bad: 'FROM alpine:3.22\nCOPY big.bin /tmp/\nRUN rm /tmp/big.bin\n', lines: [3], at: 'rm /tmp/big.bin', files: { 'big.bin': 50_000 },
    good: 'FROM alpine:3.22\nRUN --mount=target=/in cp /in/big.bin /tmp/ && rm /tmp/big.bin\n',
  },
  'download-with-build': {
    bad: 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app\n', lines: [4], at: 'go build',
    files: { ...go, 'go.mod': `${String(go['go.mod'])}\nrequire github.com/gorilla/mux v1.8.1\n`, 'go.sum': 'github.com/gorilla/mux v1.8.1 h1:a=\n' },
    good: 'FROM golang:1.22\nWORKDIR /src\nCOPY go.* ./\nRUN go mod download\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app\n',
  },
  'package-cache-left': {
    bad: 'FROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n', lines: [3], at: 'pip install -r requirements.txt', files: pip,
    good: 'FROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n',
  },
  'packages-unpinned': { byHand: true, bad: `FROM ${pinned}\nRUN apk add --no-cache curl\n`, lines: [2], at: 'apk add', good: `FROM ${pinned}\nRUN apk add --no-cache curl=8.14.1-r2\n` },
  'pipe-without-pipefail': {
    bad: 'FROM alpine:3.22\nRUN cat /etc/passwd | sort > /users\n', lines: [2], at: '|',
    good: 'FROM alpine:3.22\nRUN set -o pipefail && cat /etc/passwd | sort > /users\nRUN echo a | cat || true\n',
  },
  'recursive-owner': {
    bad: 'FROM alpine:3.22\nCOPY a.bin /app/\nRUN chown -R 1000:1000 /app\n', lines: [3], at: 'RUN chown -R 1000:1000 /app', files: { 'a.bin': 50_000 },
    good: 'FROM alpine:3.22\nCOPY --chown=1000:1000 a.bin /app/\n',
  },
  'runs-as-root': { bad: 'FROM alpine:3.22\nCMD ["sleep", "1"]\n', lines: [2], at: 'CMD ["sleep", "1"]', good: 'FROM alpine:3.22\nUSER 65532\nCMD ["sleep", "1"]\n' },
  'secret-copied': { bad: 'FROM alpine:3.22\nWORKDIR /a\nCOPY . .\n', lines: [3], at: 'COPY . .', good: 'FROM alpine:3.22\nWORKDIR /a\nCOPY --exclude=.env . .\n', files: { '.env': 'A=b', '.env.example': 'A=' } },
  'secret-value': { byHand: true, bad: 'FROM alpine:3.22\nENV PLACE=https://me:pass@example.com/\n', lines: [2], at: 'https://me:pass@example.com/', good: 'FROM alpine:3.22\nENV PLACE=https://example.com/\n' },
};

describe('rules of advice', () => {
  it('are all in the list, by name, and have an example of each side', () => {
    const files = readdirSync(`${import.meta.dirname}/rules`).filter((name) => name !== 'index.ts').map((name) => name.replace('.ts', ''));
    expect(adviceRules.map(({ name }) => name)).toEqual(files.sort());
    expect(Object.keys(examples)).toEqual(files.sort());
  });

  it.each(Object.entries(examples))('%s: is given once, at its place, and not for the better file', (name, { bad, lines, at, good, files }) => {
    const given = (text: string) => adviceOn(text, files).filter(({ diagnostic }) => diagnostic.code === `advice/${name}`);
    const found = given(bad);
    expect(found.map(({ diagnostic }) => diagnostic.lines.map(({ first }) => first))).toEqual([lines]);
    const range = found[0]?.diagnostic.range ?? { from: 0, to: 0 };
    expect(bad.slice(range.from, range.to)).toContain(at);
    expect(given(good)).toEqual([]);
  });

  it.each(Object.entries(examples))('%s: has nothing more to say once its edit is made', (name, { bad, files = {}, byHand = false }) => {
    const [found] = adviceOn(bad, files).filter(({ diagnostic }) => diagnostic.code === `advice/${name}`);
    const edit = found?.edit;
    expect(edit === undefined).toBe(byHand);
    if (!edit) return;
    const apply = (text: string) => text.slice(0, edit.range.from) + edit.replacement + text.slice(edit.range.to);
    const text = edit.file === undefined ? apply(bad) : bad;
    const context = edit.file === undefined ? files : { ...files, [edit.file]: apply(String(files[edit.file] ?? '')) };
    expect(probe(text, contextOf(context)).record.error).toBeUndefined();
    expect(adviceOn(text, context).map(({ diagnostic }) => diagnostic.code)).not.toContain(`advice/${name}`);
  });
});

describe('advice', () => {
  it('says nothing where nothing would be saved', () => {
    const lists = 'RUN apt-get update && apt-get install -y curl\n';
    const stages = `FROM debian:trixie AS tools\n${lists}RUN echo a > /a\nFROM debian:trixie\nCOPY --from=tools /a /a\n`;
    expect(adviceOn(stages)).toEqual([]);
    expect(adviceOn(`FROM debian:trixie\n${lists}`).map(({ diagnostic }) => diagnostic.code)).toEqual(['advice/apt-lists-left']);
  });

  it('leaves an install alone that reads the sources', () => {
    const text = 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n';
    const given = (manifest: string) => adviceOn(text, { ...npm, 'package.json': manifest }).map(({ diagnostic }) => diagnostic.code).includes('advice/copy-before-install');
    expect(given(String(npm['package.json']))).toBe(true);
    expect(given('{"name":"a","version":"1.0.0","scripts":{"postinstall":"node index.js"},"dependencies":{"express":"^4.19.2"}}')).toBe(false);
    expect(given('{"name":"a","version":"1.0.0","workspaces":["packages/*"],"dependencies":{"express":"^4.19.2"}}')).toBe(false);
  });

  it('splits an install from what reads the sources after it', () => {
    const manifest = '{"name":"a","version":"1.0.0","scripts":{"build":"cat index.js > out"},"dependencies":{"express":"^4.19.2"}}';
    const [found] = adviceOn('FROM node:22\nWORKDIR /app\nCOPY --chown=1000 . .\nENV A=b\nRUN npm ci && \\\n  npm run build\n', { ...npm, 'package.json': manifest });
    expect(found?.edit?.replacement).toBe('COPY --chown=1000 package-lock.json package.json ./\nENV A=b\nRUN npm ci\nCOPY --chown=1000 . .\nRUN npm run build');
  });

  it('looks only at stages that the target needs', () => {
    expect(adviceOn('FROM alpine AS tests\nRUN apk add curl\nFROM alpine:3.22\nRUN apk add --no-cache curl\n')).toEqual([]);
  });

  it('gives no edit and no figures where nothing could be tried', () => {
    const files: Files = { 'Cargo.toml': '', 'Cargo.lock': '', 'src/main.rs': 'fn main() {}' };
    const [found] = adviceOn('FROM rust:1\nWORKDIR /s\nCOPY . .\nRUN cargo fetch\n', files);
    expect(found?.diagnostic.code).toBe('advice/copy-before-install');
    expect(found && text(found.diagnostic.hint)).toContain('also wants an empty src/main.rs');
    expect([found?.edit, found?.saves, found?.sameImage]).toEqual([undefined, undefined, undefined]);
  });

  it('says nothing about a text that cannot be read: its error comes first', () => {
    expect(adviceOn('FROM alpine\nRUN apk add curl\nCOPPY . .\n')).toEqual([]);
  });

  it('spends no more dry runs than it was given, and then leaves the figures out', () => {
    let spent = 0;
    const bad = 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n';
    const context = contextOf(npm);
    const { record, trees } = probe(bad, context);
    const counted: AdviceProbe = (...args) => {
      spent++;
      return probe(...args);
    };
    const found = advise({ dockerfile: bad, record, trees, context, probe: counted, probes: 3 });
    expect(spent).toBe(3);
    expect(found.find(({ diagnostic }) => diagnostic.code === 'advice/copy-before-install')?.saves).toBeUndefined();
  });

  it('withholds an edit that would not build', () => {
    const [found] = adviceOn('FROM debian:trixie-slim\nRUN rm -f /bin/bash /usr/bin/bash\nRUN cat /etc/passwd | sort > /users\n').filter(({ diagnostic }) => diagnostic.code === 'advice/pipe-without-pipefail');
    expect(found).toBeDefined();
    expect(found?.edit).toBeUndefined();
  });

  it('never throws, whatever the text, and stays within it', () => {
    const texts = Object.values(examples).map(({ bad }) => bad);
    const mutated = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 6 }), fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('\n', '\\\n', '`', '"', '&&', '|', '<<E\n', '$(', '--', 'RUN ', 'FROM ')))
      .map(([text, at, cut, more]) => text.slice(0, at % text.length) + more + text.slice((at % text.length) + cut));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), mutated), (text) => {
        for (const { diagnostic, edit } of adviceOn(text, { 'package.json': '{}', 'a.txt': 'a' }, 2)) {
          expect(diagnostic.range.from).toBeGreaterThanOrEqual(0);
          expect(diagnostic.range.to).toBeLessThanOrEqual(text.length);
          if (edit && edit.file === undefined) expect(edit.range.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});
