import { describe, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import { advice } from './advice.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const lock = JSON.stringify({
  name: 'shop', version: '1.0.0', lockfileVersion: 3,
  packages: { '': { name: 'shop', version: '1.0.0', dependencies: { express: '^4.19.2' } }, 'node_modules/express': { version: '4.19.2' }, 'node_modules/lodash': { version: '4.17.21' } },
});

const node: Readonly<Record<string, ScenarioFile>> = {
  'package.json': { text: '{"name":"shop","version":"1.0.0","dependencies":{"express":"^4.19.2"}}\n' },
  'package-lock.json': { text: `${lock}\n` },
  'src/index.js': { text: 'require("express")()\n' },
};

/** A workspace of these files after a first build. */
function workspace(dockerfile: string, files: Readonly<Record<string, ScenarioFile>> = node): Workspace {
  const scenario: Scenario = {
    slug: 'advice', title: 'Advice', about: 'A scene for advice.', dockerfile: 'Dockerfile', options: {},
    files: { ...files, Dockerfile: { text: dockerfile } }, begins: Date.UTC(2026, 8, 1), prologue: [{ type: 'build' }],
  };
  return openWorkspace(scenario, resolveImage);
}

describe('advice on a workspace', () => {
  it('tries the edit it proposes', () => {
    const found = advice(workspace('FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "src/index.js"]\n'));
    expect(found.map(({ diagnostic }) => diagnostic.code)).toEqual(['advice/copy-before-install']);
    expect(found[0]?.edit?.replacement).toBe('COPY package-lock.json package.json ./\nRUN npm ci\nCOPY . .');
    expect(found[0]?.sameImage).toBe(true);
  });
});
