// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { reflect, takeEarly } from './attributes.ts';
import { fileAt, filesOf } from './own-files.ts';
import { languageAround, word } from './words.ts';

const inPage = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.body.firstElementChild as HTMLElement;
};
afterEach(() => document.body.replaceChildren());

describe('the files of a page', () => {
  it('are the children that name them, as text', () => {
    const parent = inPage(`<div><pre data-file="Dockerfile">\nFROM alpine\r\nRUN &lt;b&gt;</pre><template data-file="a.txt">x</template><textarea data-file="b/c.txt">y\n</textarea><script type="text/plain" data-file="__proto__">z</script><img></div>`);
    expect(filesOf(parent)).toEqual([
      { path: 'Dockerfile', text: 'FROM alpine\nRUN <b>\n' },
      { path: 'a.txt', text: 'x\n' },
      { path: 'b/c.txt', text: 'y\n' },
      { path: '__proto__', text: 'z\n' },
    ]);
  });

  it('are the code in a block, without what a generator of documentation draws around it', () => {
    expect(filesOf(inPage('<div><pre data-file="Dockerfile"><button>Copy</button><code><span>FROM</span> alpine</code></pre></div>'))).toEqual([{ path: 'Dockerfile', text: 'FROM alpine\n' }]);
  });

  it('are the only code block where none has a name, and none where there are more', () => {
    expect(filesOf(inPage('<div><pre>FROM alpine</pre></div>'))).toEqual([{ path: 'Dockerfile', text: 'FROM alpine\n' }]);
    expect(filesOf(inPage('<div><pre>FROM alpine</pre><pre>b</pre></div>'))).toEqual([]);
    expect(filesOf(inPage('<div><img></div>'))).toEqual([]);
  });

  it('are found by a selector anywhere in the page, and nowhere by what is none', () => {
    const from = inPage('<div></div><pre id="code" data-file="web.Dockerfile">FROM alpine</pre>');
    expect(fileAt('#code', from)).toEqual({ path: 'web.Dockerfile', text: 'FROM alpine\n' });
    expect([fileAt('#other', from), fileAt('pre[', from), fileAt('<script>', from)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('an element that was written or set', () => {
  class Some extends HTMLElement {}
  reflect(Some.prototype);
  customElements.define('some-element', Some);
  const some = (): Some & Record<string, unknown> => document.createElement('some-element') as Some & Record<string, unknown>;

  it('has in its attributes what was set as properties', () => {
    const node = some();
    Object.assign(node, { scene: 'node-express', dockerfileFrom: '#x', height: 400, expect: ['hit', 'miss'], readonly: true });
    expect(node.outerHTML).toBe('<some-element scene="node-express" dockerfile-from="#x" height="400" expect="hit,miss" readonly=""></some-element>');
    expect([node['scene'], node['readonly'], node['view']]).toEqual(['node-express', true, '']);
    Object.assign(node, { scene: undefined, readonly: false });
    expect([node.hasAttribute('scene'), node['readonly']]).toEqual([false, false]);
  });

  it('takes over what was set before its class was there', () => {
    const node = some();
    Object.defineProperty(node, 'scene', { value: 'go-seed', configurable: true });
    takeEarly(node);
    expect(node.getAttribute('scene')).toBe('go-seed');
    expect(Object.hasOwn(node, 'scene')).toBe(false);
  });

  it('speaks the language of the page around it, also in a shadow tree', () => {
    const host = inPage('<section lang="de-AT"><div></div></section>').firstElementChild!;
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    expect(languageAround(inside)).toBe('de-AT');
    expect([word('element.start', 'de-AT'), word('element.start', 'fr'), word('element.start', '')]).toEqual(['Ausprobieren', 'Try it', 'Try it']);
    expect(languageAround(document.createElement('p'))).toBe('');
  });
});
