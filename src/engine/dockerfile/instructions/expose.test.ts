import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['EXPOSE 80 443/udp 8080', { ports: ['443/udp', '80', '8080'] }],
  ['EXPOSE \ue000 \ud83d\ude00', { ports: ['\ue000', '\ud83d\ude00'] }],
  ['EXPOSE', 'EXPOSE requires at least one argument'],
  ['EXPOSE --x 80', 'unknown flag: --x'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
