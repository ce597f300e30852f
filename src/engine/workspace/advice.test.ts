import { describe, expect, it } from 'vitest';
import { text } from '../../messages/index.ts';
import { resolveImage } from '../registry/index.ts';
import type { BuildRecord } from '../solver/record.ts';
import { advice } from './advice.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from './workspace.ts';
import type { Action } from './action.ts';

type Files = Readonly<Record<string, ScenarioFile>>;

const lock = {
  lockfileVersion: 3,
  packages: { '': { dependencies: { express: '^4.19.2' } }, 'node_modules/express': { version: '4.19.2' }, 'node_modules/lodash': { version: '4.17.21' } },
};

const node: Files = {
  'package.json': { text: '{"name":"shop","version":"1.0.0","dependencies":{"express":"^4.19.2"}}\n' },
  'package-lock.json': { text: JSON.stringify(lock) },
  'src/index.js': { text: 'require("express")()\n' },
};

const go: Files = {
  'go.mod': { text: 'module example.com/a\n\ngo 1.22\n\nrequire github.com/gorilla/mux v1.8.1\n' },
  'go.sum': { text: 'github.com/gorilla/mux v1.8.1 h1:a=\n' },
  'main.go': { text: 'package main\n\nimport "github.com/gorilla/mux"\n\nfunc main() { mux.NewRouter() }\n' },
};

/** A workspace of these files after a first build. */
function workspace(dockerfile: string, files: Files): Workspace {
  const scenario: Scenario = {
    slug: 'advice', title: 'Advice', about: 'A scene for advice.', dockerfile: 'Dockerfile', options: { tags: ['shop:1'] },
    files: { ...files, Dockerfile: { text: dockerfile } }, begins: Date.UTC(2026, 8, 1), prologue: [{ type: 'build' }],
  };
  return openWorkspace(scenario, resolveImage);
}

/** The record of the last build once these things were done. */
function after(start: Workspace, ...actions: readonly Action[]): BuildRecord {
  const end = actions.reduce((at, action) => {
    const done = dispatch(at, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, start);
  return currentState(end).builds.at(-1)!.record;
}

/** Bytes of the layers' archives. */
const layers = ({ images }: BuildRecord): number => images[0]!.layers.reduce((sum, { size }) => sum + size, 0);

/** The advice of that name, and the Dockerfile with its edit made. */
function advised(start: Workspace, dockerfile: string, name: string) {
  const found = advice(start).find(({ diagnostic }) => diagnostic.code === `advice/${name}`);
  const edit = found?.edit;
  if (!edit) throw new Error(`no advice ${name} with an edit`);
  return { ...found, better: dockerfile.slice(0, edit.range.from) + edit.replacement + dockerfile.slice(edit.range.to) };
}

describe('what advice says it saves', () => {
  it.each([
    ['copy-before-install', 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "src/index.js"]\n', node, 'src/index.js', true],
    ['build-cache-missing', 'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app\nFROM scratch\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n', go, 'main.go', true],
    ['download-with-build', 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app\nENTRYPOINT ["/app"]\n', go, 'main.go', true],
  ] as const)('%s: is the time that two real builds after the same edit differ by', (name, dockerfile, files, path, same) => {
    const start = workspace(dockerfile, files);
    const { better, saves, sameImage } = advised(start, dockerfile, name);
    const write: Action = { type: 'write', path, text: `${files[path as keyof typeof files]?.text ?? ''}\n` };
    const before = after(start, write, { type: 'build' });
    const now = after(workspace(better, files), write, { type: 'build' });
    expect(saves?.milliseconds).toBeCloseTo(before.duration - now.duration, 0);
    expect(saves?.milliseconds).toBeGreaterThan(100);
    expect(sameImage).toBe(same);
  });

  it.each([
    ['apt-lists-left', 'FROM debian:trixie\nRUN apt-get update && apt-get install -y curl\n', {}],
    ['package-cache-left', 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n', node],
    ['recursive-owner', 'FROM alpine:3.22\nCOPY data.bin /app/\nRUN chown -R 1000:1000 /app\n', { 'data.bin': { size: 3_000_000 } }],
  ] as const)('%s: is what the image’s steps add less, and its archives shrink by as much', (name, dockerfile, files) => {
    const start = workspace(dockerfile, files);
    const { better, saves } = advised(start, dockerfile, name);
    const now = currentState(workspace(better, files)).builds.at(-1)!.record;
    const before = currentState(start).builds.at(-1)!.record;
    const shrunk = layers(before) - layers(now);
    // Archives have headers and fill their last blocks up.
    expect(Math.abs(shrunk - (saves?.bytes ?? 0))).toBeLessThan(0.02 * shrunk + 20_000);
    expect(saves?.bytes).toBeGreaterThan(400_000);
  });

  it('says what is so, what to do and what it saves, at one place', () => {
    const dockerfile = 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n';
    const found = advised(workspace(dockerfile, node), dockerfile, 'copy-before-install');
    const { message, hint, saving, ...place } = found.diagnostic;
    expect([message, hint, saving].map((part) => part && text(part))).toEqual([
      'COPY . . is above the install, so every edit of any file installs the dependencies again.',
      'Copy package-lock.json and package.json first, install, and copy the rest below.',
      'Saves 0.7\u202fs on each edit of src/index.js, modelled; the image keeps its files.',
    ]);
    expect(place).toEqual({ code: 'advice/copy-before-install', severity: 'advice', range: { from: 26, to: 34 }, lines: [{ first: 3, last: 3 }, { first: 4, last: 4 }] });
  });

  it('calls figures modelled only where a model made them', () => {
    const dockerfile = 'FROM alpine:3.22\nRUN apk add --no-cache curl\nCOPY data.bin /app/\nRUN chown -R 1000:1000 /app\n';
    expect(advised(workspace(dockerfile, { 'data.bin': { size: 3_000_000 } }), dockerfile, 'recursive-owner').saves).toEqual({ bytes: 3_000_000 });
  });

  it('stays the same value until something is done', () => {
    const start = workspace('FROM alpine\n', {});
    expect(advice(start)).toBe(advice(start));
    const other = dispatch(start, { type: 'write', path: 'Dockerfile', text: 'FROM alpine:3.22\n' });
    expect(other.ok && advice(other.workspace)).toEqual([]);
  });
});
