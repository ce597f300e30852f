import { describe, expect, it } from 'vitest';
import { expandWord, lookupIn } from './expand/expand.ts';
import { evaluateMounts } from './mounts.ts';

const lookup = lookupIn(['DIR=/cache']);

/** The one mount without what was not said, or the error. */
const read = (value: string) => {
  const result = evaluateMounts([value], (word) => expandWord(word, lookup));
  if (!result.ok) return result.message;
  return Object.fromEntries(Object.entries(result.mounts[0]!).filter(([, field]) => field !== '' && field !== 0 && field !== false));
};

describe('a mount', () => {
  it.each([
    ['target=/a', { type: 'bind', target: '/a', readonly: true }],
    ['type=CACHE,dst=$DIR/x,sharing=Locked,id=i,mode=0755,uid=1', { type: 'cache', target: '/cache/x', sharing: 'locked', id: 'i', mode: 493, uid: 1 }],
    ['type=bind,from=b,src=/s,destination=/d,rw', { type: 'bind', from: 'b', source: '/s', target: '/d' }],
    ['type=cache,target=/a,ro', { type: 'cache', target: '/a', readonly: true }],
    ['type=tmpfs,target=/t,size=64m', { type: 'tmpfs', target: '/t', sizeLimit: 67108864 }],
    ['type=secret,id=s,env=TOKEN,required', { type: 'secret', id: 's', env: 'TOKEN', required: true, readonly: true }],
    ['type=ssh,readonly=false', { type: 'ssh' }],
    ['"target=/a,b"', { type: 'bind', target: '/a,b', readonly: true }],
  ])('%s', (value, expected) => expect(read(value)).toEqual(expected));

  it.each([
    ['type=cach', 'unsupported mount type "cach" (did you mean cache?)'],
    ['sharing=x', 'unsupported sharing value "x"'],
    ['type=bind,sharing=shared', 'invalid cache sharing set for bind mount'],
    ['targte=/a', "unexpected key 'targte' in 'targte=/a' (did you mean target?)"],
    ['target', "invalid field 'target' must be a key=value pair"],
    ['ro=maybe', 'invalid value for ro: maybe'],
    ['required', "unexpected key 'required' for mount type 'bind'"],
    ['size=1k,type=tmpfs', "unexpected key 'size' for mount type 'bind'"],
    ['type=tmpfs,size=x', 'invalid value for size: x'],
    ['mode=8', 'invalid value 8 for mode'],
    ['uid=1', 'uid not allowed for "bind" type mounts'],
    ['type=secret', 'invalid secret mount. one of source, target required'],
    ['type=secret,id=a,src=b', "both source and id can't be set"],
    ['type=secret,id=a,from=b', 'secret mount should not have a from'],
    ['target=${x?no}', 'failed to process "${x?no}": x: no'],
    ['a"', 'failed to parse csv mounts: parse error on line 1, column 2: bare " in non-quoted-field'],
  ])('%s is refused', (value, message) => expect(read(value)).toBe(message));
});
