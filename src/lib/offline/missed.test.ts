import { describe, expect, it } from 'vitest';
import { missed } from './missed.ts';

describe('what was looked for', () => {
  it('names scenes and lessons, under their short addresses and in frames too', () => {
    expect(missed('e/no-scene/')).toEqual({ id: 'offline.no-scene', values: { name: 'no-scene' } });
    expect(missed('embed/a%20scene')).toEqual({ id: 'offline.no-scene', values: { name: 'a scene' } });
    expect(missed('l/x/')).toEqual({ id: 'offline.no-lesson', values: { name: 'x' } });
    expect(missed('learn/x')).toEqual({ id: 'offline.no-lesson', values: { name: 'x' } });
  });

  it('tells the path of anything else, also of one with broken escapes', () => {
    expect(missed('old/page.html')).toEqual({ id: 'offline.no-page-at', values: { page: '/old/page.html' } });
    expect(missed('e/x/y/')).toEqual({ id: 'offline.no-page-at', values: { page: '/e/x/y/' } });
    expect(missed('%E0%A4%A')).toEqual({ id: 'offline.no-page-at', values: { page: '/%E0%A4%A' } });
  });
});
