import { describe, expect, it } from 'vitest';
import { declaredArguments, otherPlatforms, otherValues } from './argument-radius.ts';

describe('arguments of a Dockerfile', () => {
  it('are those before the first FROM and those of the stages, each once, with a default where one is given', () => {
    const declared = declaredArguments('ARG TAG=3.20\nFROM alpine:$TAG\nARG TAG\nARG A B=2\nFROM alpine\nARG A=1\n');
    expect([...declared]).toEqual([['TAG', '3.20'], ['A', '1'], ['B', '2']]);
  });

  it('are none of a text that is no Dockerfile', () => {
    expect(declaredArguments('FROM a\nRUM b\n').size).toBe(0);
  });

  it('get another number where they have one, else another word', () => {
    expect(otherValues('1.22')[0]).toBe('1.23');
    expect(otherValues('20-alpine').slice(0, 2)).toEqual(['21-alpine', '19-alpine']);
    expect(otherValues('main')[0]).toBe('mainx');
  });

  it('get another platform where they name one', () => {
    expect(otherPlatforms('TARGETARCH')).toEqual(['arm64']);
    expect(otherPlatforms('TARGETPLATFORM', 'linux/arm64')).toEqual(['linux/amd64']);
    expect(otherPlatforms('VERSION')).toEqual([]);
  });

  it('never get the value that they have', () => {
    for (const value of ['', 'x', '2', '0', '1', 'a b', '"$A"', '18446744073709551615', '-1']) expect(otherValues(value)).not.toContain(value);
  });
});
