import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['RUN a b', { cmdline: ['a b'], shellForm: true, network: 'default', security: 'sandbox' }],
  ['RUN', { shellForm: true, network: 'default', security: 'sandbox' }],
  ['RUN <<A\n\tx\nA', { cmdline: ['<<A'], shellForm: true, network: 'default', security: 'sandbox', files: [{ name: 'A', data: '\tx\n', chomp: false }] }],
  [
    'RUN --network=none --security=insecure --mount=type=cache,target=/c --mount=type=ssh --device=v/c=d,required a',
    {
      cmdline: ['a'],
      shellForm: true,
      flagsUsed: ['device', 'mount', 'network', 'security'],
      network: 'none',
      security: 'insecure',
      devices: [{ name: 'v/c=d', required: true }],
      mounts: ['type=cache,target=/c', 'type=ssh'],
    },
  ],
  ['RUN --network=bridge a', 'invalid network mode "bridge"'],
  ['RUN --security=none a', 'security "none" is not valid'],
  ['RUN --mount=from=$a b', "'from' doesn't support variable expansion, define alias stage instead"],
  ['RUN --mount= b', 'failed to parse csv mounts: EOF'],
  ['RUN --device=a,b c', "invalid field 'b' must be a key=value pair"],
  ['RUN --device=a,requierd=1 c', "unexpected key 'requierd' in 'requierd=1' (did you mean required?)"],
  ['RUN --device=a,name=b c', 'device name already set to a'],
  ['RUN --foo a', 'unknown flag: --foo'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
