import { describe, expect, it } from 'vitest';
import { execute } from '../../docker/index.ts';
import { resolveImage } from '../../registry/index.ts';
import type { Scenario } from '../../workspace/scenario.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { Assertions } from '../assertion.ts';
import { judgeAlone } from '../judge.ts';

const scenario: Scenario = {
  slug: 'test/not', title: 'Not', about: 'Not', dockerfile: 'Dockerfile', options: {}, begins: Date.UTC(2026, 9, 1), prologue: [{ type: 'build' }],
  files: { Dockerfile: { text: 'FROM alpine:3.20\nCOPY a /\nRUN rm /a\n' }, a: { text: 'a\n' } },
};

function holds(not: NonNullable<Assertions['not']>): boolean {
  return judgeAlone({ id: 'a', says: 'a', not }, openWorkspace(scenario, resolveImage, execute)).state === 'passed';
}

describe('what must not be so', () => {
  it('holds where one of the claims is false', () => {
    expect(holds({ 'no-ghost': ['**/a'] })).toBe(true);
    expect(holds({ 'layers-at-most': 1 })).toBe(true);
    expect(holds({ 'layers-at-most': 1, lacks: ['/a'] })).toBe(true);
  });

  it('does not hold where all of them are true', () => {
    expect(holds({ 'layers-at-most': 2, lacks: ['/a'] })).toBe(false);
    expect(holds({ 'no-ghost': ['**/b'] })).toBe(false);
  });
});
