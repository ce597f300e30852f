// @vitest-environment jsdom
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../element/own-files.ts';
import { readAttributes } from '../element/read-attributes.ts';
import { own } from '../../plugins/fence.ts';
import { anyPresentation } from '../presentation.fixture.ts';
import { plainPresentation, readPresentation } from '../read-presentation.ts';
import type { Presentation, Source } from '../vocabulary.ts';
import { allowedOrigins, frameSource } from './frame-source.ts';
import { frameUrl, sandbox, snippet, snippetKinds, type SnippetInput } from './snippets.ts';

const site = 'https://layerscope.example/app/';
const input = (source: Source, presentation: Presentation = plainPresentation, more: Partial<SnippetInput> = {}): SnippetInput => ({ source, presentation, site, title: 'A build', open: 'Open in Layerscope', ...more });
const scene: Source = { kind: 'scene', scene: 'go-two-stages' };
const hostile = ['FROM a\n# ``` ~~~ </pre></layer-scope> --> <script>alert(1)</script>\nRUN echo "$x" \'y\' {z} `w` ${v} &amp; &quot; ::\n\n.. raw:: html\n', '\n\nFROM a', 'FROM a\r\nRUN b\r\n', '```\n````\n~~~\n', ' indented\n\ttab\n'];

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const one = <T extends Element>(html: string, selector: string): T => {
  const found = parse(html).querySelectorAll<T>(selector);
  expect(found.length).toBe(1);
  return found[0]!;
};

/** What a frame with this address shows, and how. */
function shownAt(src: string): { source: Source | undefined; presentation: Presentation } {
  const { hash, search, pathname } = new URL(src);
  const [, named] = /\/app\/embed\/([^/]+)\/$/.exec(pathname) ?? [];
  const query = new URLSearchParams(search);
  return { source: frameSource({ hash, search, scene: named }), presentation: readPresentation((name) => query.get(name)) };
}

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/);
const anyNamed: fc.Arbitrary<Source> = fc.oneof(
  fc.record({ kind: fc.constant('scene' as const), scene: word }),
  fc.record({ kind: fc.constant('lesson' as const), lesson: word }),
  fc.record({ kind: fc.constant('link' as const), link: fc.stringMatching(/^ls1\.[A-Za-z0-9_-]{0,60}$/) }),
);
const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: fc.constantFrom(...'FROM a`~"\'<>&{}$\\:\n\t-!#'.split('')), minLength: 1, maxLength: 80 }));
/** A file as it is read: lines that end. */
const asRead = (text: string) => {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  return lines.endsWith('\n') ? lines : `${lines}\n`;
};
const withoutControls = (presentation: Presentation) => !JSON.stringify(presentation).match(/\\u0000|\\u00|\\[rnbft]|\\ud[89a-f]/);
const presentations = anyPresentation.filter(withoutControls);
/** An attribute's value is read without the space around it. */
const trimmed = (presentation: Presentation) => [presentation.step, presentation.file, presentation.edit].every((text) => text === undefined || text.trim() === text);

describe('a snippet says what it is told, whatever stands in it', () => {
  it('as an iframe, read back by the frame', () => {
    fc.assert(
      fc.property(anyNamed, presentations, fc.string(), (source, presentation, title) => {
        const frame = one<HTMLIFrameElement>(snippet('iframe', input(source, presentation, { title }))!, 'iframe');
        expect(shownAt(frame.getAttribute('src')!)).toEqual({ source, presentation });
        if (!/[\0\r]/.test(title)) expect(frame.title).toBe(title);
        expect(frame.getAttribute('sandbox')).toBe(sandbox);
        expect(frame.getAttribute('loading')).toBe('lazy');
      }),
      { seed: 10, numRuns: 300 },
    );
  });

  it('as an element, read back by the element', () => {
    fc.assert(
      fc.property(anyNamed, presentations.filter(trimmed), (source, presentation) => {
        const element = one(snippet('element', input(source, presentation))!, 'layer-scope');
        expect(readAttributes((name) => element.getAttribute(name), filesOf(element))).toEqual({ source, presentation, wrong: [] });
        expect(element.querySelector('a')?.textContent).toBe('Open in Layerscope');
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('as an element with files in it', () => {
    fc.assert(
      fc.property(anyText, fc.option(word, { nil: undefined }), (text, scene) => {
        const source: Source = { kind: 'files', files: [{ path: 'Dockerfile', text }, { path: 'src/a "b" <c>.js', text: 'x' }], ...(scene !== undefined && { scene }) };
        const element = one(snippet('element', input(source))!, 'layer-scope');
        expect(readAttributes((name) => element.getAttribute(name), filesOf(element)).source).toEqual({ ...source, files: [{ path: 'Dockerfile', text: asRead(text) }, { path: 'src/a "b" <c>.js', text: 'x\n' }] });
        expect(element.querySelector('script, img')).toBeNull();
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('as a fenced block of Markdown, with the Dockerfile to read', () => {
    fc.assert(
      fc.property(anyText, presentations, (text, presentation) => {
        const source: Source = { kind: 'files', files: [{ path: 'Dockerfile', text }] };
        const written = snippet('markdown', input(source, presentation, { link: 'ls1.AA' }))!;
        if (written.startsWith('<iframe')) {
          expect(shownAt(one<HTMLIFrameElement>(written, 'iframe').getAttribute('src')!)).toEqual({ source: { kind: 'link', link: 'ls1.AA' }, presentation });
          return;
        }
        const { children } = fromMarkdown(`Before\n\n${written}\n\nAfter`);
        expect(children.map(({ type }) => type)).toEqual(['paragraph', 'code', 'paragraph']);
        const block = children[1] as { lang: string; meta: string; value: string };
        expect(block.lang).toBe('dockerfile');
        expect(`${block.value}\n`).toBe(asRead(text));
        const attributes = own({ language: block.lang, meta: block.meta, text: block.value })!.attributes;
        expect(readPresentation((name) => attributes.get(name))).toEqual(presentation);
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('as HTML in a line of Markdown, in MDX and in reStructuredText', () => {
    fc.assert(
      fc.property(anyNamed, presentations, fc.string(), (source, presentation, title) => {
        const { children } = fromMarkdown(`Before\n\n${snippet('markdown', input(source, presentation, { title }))!}\n\nAfter`);
        expect(children.map(({ type }) => type)).toEqual(['paragraph', expect.stringMatching(/html|paragraph/) as string, 'paragraph']);
        const html = snippet('markdown', input(source, presentation, { title }))!;
        expect(html).not.toContain('\n');
        expect(shownAt(one<HTMLIFrameElement>(html, 'iframe').getAttribute('src')!)).toEqual({ source, presentation });

        // Braces and backticks are only text inside the quotes of an attribute.
        const jsx = snippet('mdx', input(source, presentation, { title }))!;
        const [, quotedValues = ''] = /^<iframe((?: [a-zA-Z]+="[^"\n]*")+ frameBorder="0")(?: data-layerscope)?><\/iframe>(?:\n<script type="module" src="[^"\n]*"><\/script>)?$/.exec(jsx) ?? [];
        expect(quotedValues).not.toBe('');
        expect(shownAt(one<HTMLIFrameElement>(`<iframe${quotedValues}></iframe>`, 'iframe').getAttribute('src')!)).toEqual({ source, presentation });

        const [directive, blank, ...lines] = snippet('rst', input(source, presentation, { title }))!.split('\n');
        expect([directive, blank]).toEqual(['.. raw:: html', '']);
        expect(lines.every((line) => /^ {3}\S/.test(line))).toBe(true);
        expect(shownAt(one<HTMLIFrameElement>(lines.join('\n'), 'iframe').getAttribute('src')!)).toEqual({ source, presentation });
      }),
      { seed: 14, numRuns: 200 },
    );
  });
});

describe('a snippet', () => {
  it('is short where little is asked for', () => {
    expect(snippet('element', input(scene))).toBe(
      '<layer-scope scene="go-two-stages">\n  <a href="https://layerscope.example/app/e/go-two-stages/">Open in Layerscope</a>\n</layer-scope>\n<script type="module" src="https://layerscope.example/app/embed/layer-scope.js"></script>',
    );
    expect(snippet('markdown', input({ kind: 'files', files: [{ path: 'Dockerfile', text: 'FROM alpine\n' }] }, { ...plainPresentation, expect: ['hit', 'miss'], readonly: true }))).toBe('```dockerfile layerscope readonly expect="hit,miss"\nFROM alpine\n```');
  });

  it('lets the height follow with a script, unless it is fixed', () => {
    const follows = snippet('iframe', input(scene))!;
    expect(follows).toContain('height="480"');
    expect(follows).toContain(' data-layerscope');
    expect(follows).toContain('embed/frame.js');
    const fixed = snippet('iframe', input(scene, { ...plainPresentation, height: 360 }))!;
    expect(fixed).toContain('height="360"');
    expect(fixed).not.toContain('script type');
    expect(frameUrl(input(scene, { ...plainPresentation, height: 360 }))).toBe('https://layerscope.example/app/embed/go-two-stages/?height=360');
  });

  it('has no style of its own: a strict policy lets none in', () => {
    for (const kind of snippetKinds) expect(snippet(kind, input(scene)), kind).not.toMatch(/\sstyle=/);
  });

  it('needs a link where files cannot stand', () => {
    const files: Source = { kind: 'files', files: [{ path: 'Dockerfile', text: 'FROM a' }, { path: 'b', text: '' }] };
    expect(snippetKinds.filter((kind) => snippet(kind, input(files)) === undefined)).toEqual(['iframe', 'markdown', 'mdx', 'rst']);
    expect(snippetKinds.filter((kind) => snippet(kind, input(files, plainPresentation, { link: 'ls1.AA' })) === undefined)).toEqual([]);
  });
});

describe('the address of a frame', () => {
  it.each<[string, Parameters<typeof frameSource>[0], Source | undefined]>([
    ['a link comes first', { hash: '#ls1.AA', search: '?scene=b', scene: 'a' }, { kind: 'link', link: 'ls1.AA' }],
    ['a newer link is a link: why it cannot be read is said', { hash: '#ls2.AA', search: '' }, { kind: 'link', link: 'ls2.AA' }],
    ['another fragment is none', { hash: '#top', search: '?scene=b' }, { kind: 'scene', scene: 'b' }],
    ['the path comes before the query', { hash: '', search: '?scene=b', scene: 'a' }, { kind: 'scene', scene: 'a' }],
    ['a lesson', { hash: '', search: '?lesson=first' }, { kind: 'lesson', lesson: 'first' }],
    ['no name', { hash: '', search: '?scene=../../x' }, undefined],
    ['no name either', { hash: '', search: '?lesson=__proto__' }, undefined],
    ['nothing', { hash: '', search: '' }, undefined],
  ])('%s', (_, given, source) => {
    expect(frameSource(given)).toEqual(source);
  });

  it('says who may connect, and lets nobody in where what it says is no origin', () => {
    expect(allowedOrigins('?view=graph')).toBeUndefined();
    expect(allowedOrigins('?origin=https://a.example&origin=http://b.example:8080/docs&origin=null')).toEqual(['https://a.example', 'http://b.example:8080', 'null']);
    expect(allowedOrigins('?origin=a.example&origin=javascript:0&origin=')).toEqual([]);
  });
});
