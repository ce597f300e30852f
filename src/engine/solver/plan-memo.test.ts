import { describe, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import type { PlanRequest } from '../graph/index.ts';
import { planOf } from './plan-memo.ts';

let texts = 0;
const another = (): PlanRequest => ({ dockerfile: `FROM alpine:3.20\nRUN echo ${texts++}\n`, resolve: resolveImage });

describe('the plan of a Dockerfile', () => {
  it('is the same object as long as nothing that it is made from changes', () => {
    const request = another();
    const { result, lookups } = planOf(request);
    expect(result.ok).toBe(true);
    expect(planOf({ ...request }).result).toBe(result);
    expect(planOf({ ...request }).lookups).toBe(lookups);
  });

  it.each<[string, Partial<PlanRequest>]>([
    ['the text', { dockerfile: 'FROM alpine:3.20\n' }],
    ['an option', { options: { buildArgs: { A: '1' } } }],
    ['the ignore patterns', { ignore: { file: '.dockerignore', patterns: ['a'] } }],
    ['the ignore patterns of a named context', { contextIgnore: { other: { file: '.dockerignore', patterns: ['a'] } } }],
  ])('is made anew when %s changes', (_, change) => {
    const request = another();
    const { result } = planOf(request);
    expect(planOf({ ...request, ...change }).result).not.toBe(result);
    expect(planOf(request).result).toBe(result);
  });

  it('is made anew when a tag leads elsewhere', () => {
    const request = another();
    const { result } = planOf(request);
    expect(planOf({ ...request, resolve: () => resolveImage('alpine:3.21', 'linux/amd64') }).result).not.toBe(result);
  });

  it('asks again for an image that was not found', () => {
    const request = another();
    expect(planOf({ ...request, resolve: () => ({ error: 'not found' }) }).result.ok).toBe(false);
    expect(planOf(request).result.ok).toBe(true);
  });

  it('is forgotten after a while', () => {
    const request = another();
    const { result } = planOf(request);
    for (let i = 0; i < 100; i++) planOf(another());
    expect(planOf(request).result).not.toBe(result);
  });
});
