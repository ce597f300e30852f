import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';

describe('the name of a saved picture', () => {
  it('says the scene, the build, the view and the dark', () => {
    expect(fileName({ slug: 'go-two-stages', build: 2, view: 'graph', theme: 'auto', kind: 'svg' })).toBe('layerscope-go-two-stages-build-2-graph.svg');
    expect(fileName({ slug: 'go-two-stages', build: 'next', view: 'why', theme: 'dark', kind: 'png' })).toBe('layerscope-go-two-stages-next-build-why-dark.png');
  });

  it('has nothing that a file system could take for something else', () => {
    expect(fileName({ slug: '../../etc/<pass>:wd ', build: 1, view: 'log', theme: 'light', kind: 'gif' })).toBe('layerscope-etc-pass-wd-build-1-log.gif');
  });
});
