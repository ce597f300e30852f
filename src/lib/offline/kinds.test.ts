import { describe, expect, it } from 'vitest';
import { kindOf } from './kinds.ts';

const scope = 'https://example.org/tools/layers/';
const asked = (path: string, mode = 'navigate', method = 'GET') => kindOf({ url: new URL(path, scope).href, mode, method }, scope);

describe('what a request is for', () => {
  it('takes a page with and without its slash for one, and only the one with it for the place to be', () => {
    expect(asked('learn/')).toEqual({ kind: 'page', path: 'learn/', redirect: false });
    expect(asked('learn')).toEqual({ kind: 'page', path: 'learn/', redirect: true });
    expect(asked('learn/index.html')).toEqual({ kind: 'page', path: 'learn/', redirect: true });
    expect(asked('?lang=de')).toEqual({ kind: 'page', path: '', redirect: false });
    expect(asked('e/a%20scene/')).toEqual({ kind: 'page', path: 'e/a scene/', redirect: false });
  });

  it('tells files that never change from those of a version', () => {
    expect(asked('_app/immutable/chunks/x.js', 'cors')).toEqual({ kind: 'immutable', path: '_app/immutable/chunks/x.js' });
    expect(asked('gallery/__data.json?x-sveltekit-invalidated=01', 'cors')).toEqual({ kind: 'file', path: 'gallery/__data.json' });
    expect(asked('learn/write/starter.zip')).toEqual({ kind: 'file', path: 'learn/write/starter.zip' });
    expect(asked('embed/layerscope.js', 'cors')).toEqual({ kind: 'embed', path: 'embed/layerscope.js' });
    expect(asked('embed/go-seed/__data.json', 'cors')).toEqual({ kind: 'file', path: 'embed/go-seed/__data.json' });
    expect(asked('embed/?src=x')).toEqual({ kind: 'page', path: 'embed/', redirect: false });
  });

  it('keeps out of what is not the site’s, what is written, and what must be new', () => {
    for (const path of ['https://other.example/tools/layers/', '/tools/', '/other', '_app/version.json', '_app/files.17.json', 'service-worker.js']) expect(asked(path)).toEqual({ kind: 'leave' });
    expect(asked('learn/', 'navigate', 'POST')).toEqual({ kind: 'leave' });
  });

  it('reads no meaning into a name with broken escapes', () => {
    expect(asked('%E0%A4%A/')).toEqual({ kind: 'page', path: '%E0%A4%A/', redirect: false });
  });
});
