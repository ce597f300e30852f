import { expect, it } from 'vitest';
import { readDirectives } from './directives.ts';

const read = (text: string) => Object.entries(readDirectives(text)).map(([name, { cmdline, line }]) => `${name}=${cmdline} @${line}`);

it.each([
  ['# syntax=a/b:1 x\n# check=skip=all', ['syntax=a/b:1 x @1', 'check=skip=all @2']],
  ['\ufeff#SYNTAX = a  \n', ['syntax=a @1']],
  ['#!/bin/x\n# syntax=a', ['syntax=a @2']],
  ['  # syntax=a', []],
  ['# a\n# syntax=a', []],
  ['\n# syntax=a', []],
  ['# other=a\n# syntax=a', []],
  ['# syntax=a\n# syntax=b\n# check=c', ['syntax=a @1']],
  ['// syntax=a b\n', ['syntax=a b @1']],
  ['{"syntax": "a b"}', ['syntax=a b @0']],
  ['{"syntax": 1}', []],
  ['# escape=`\r\n', ['escape=` @1']],
])('%j → %j', (text, expected) => expect(read(text)).toEqual(expected));

it('gives the value up to the first space', () => {
  expect(readDirectives('# syntax=a b').syntax?.value).toBe('a');
  expect(readDirectives('{"syntax": "a b"}').syntax?.value).toBe('a b');
});
