import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GO_FILES, filesOf, monorepo, recordOf, waveStops, willRebuild } from './fixture.ts';
import { layoutGraph } from './layout.ts';
import { graphSvg } from './svg.ts';

const styles = {
  graph: readFileSync(new URL('./graph.css', import.meta.url), 'utf8'),
  tokens: readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8'),
};
const layout = layoutGraph({ record: waveStops(), files: filesOf([...GO_FILES]), edited: new Set(['README.md']) });
const options = { title: 'Build 3', description: 'The wave stops.', predicted: false, theme: 'auto', styles } as const;

/** Whether tags open and close in pairs. */
function balanced(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:"[^"]*"|[^>"])*?(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!self) open.push(name!);
  }
  return open.length === 0;
}

describe('the graph as a picture', () => {
  it('is one well-formed SVG with a name and a description', () => {
    const svg = graphSvg(layout, options);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"/);
    expect(svg).toContain('<title id="ls-title">Build 3</title><desc id="ls-desc">The wave stops.</desc>');
    expect(balanced(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  it('writes all densities without a gap', () => {
    for (const density of ['full', 'compact', 'overview', 'map'] as const) {
      const svg = graphSvg(layoutGraph({ record: monorepo(6, 6, (stage) => stage === 1), files: filesOf(['service-2/a']), edited: new Set(['service-2/a']), density }), options);
      expect(balanced(svg), density).toBe(true);
      expect(svg, density).not.toMatch(/NaN|undefined/);
    }
  });

  it('defines every colour that it uses, for light and for dark', () => {
    const svg = graphSvg(layout, options);
    const used = new Set([...svg.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name]) => name!));
    const local = new Set(['--ground', '--body', '--edge', '--sign', '--said', '--sans', '--mono', '--t-pulse', '--e-out']);
    const [light, dark] = svg.split('@media (prefers-color-scheme:dark)');
    for (const name of used) if (!local.has(name)) for (const part of [light, dark]) expect(part, name).toContain(`${name}:#`);
  });

  it('takes its colours from the page where it is put into one', () => {
    expect(graphSvg(layout, { ...options, theme: 'page' })).not.toContain('<style>');
  });

  it('hatches what is predicted and nothing else', () => {
    expect(graphSvg(layout, options)).not.toContain('fill="url(#ls-hatch)"');
    expect(graphSvg(layoutGraph({ record: willRebuild() }), { ...options, predicted: true })).toContain('fill="url(#ls-hatch)"');
  });

  it('leaves out what no XML can have', () => {
    expect(graphSvg(layout, { ...options, title: 'a\u0007\ud800b\ufffe\u{1f433}' })).toContain('>ab\u{1f433}</title>');
  });

  it('writes names from the outside as text', () => {
    const record = recordOf({ stages: [{ name: '<script>', base: 'a', steps: [{ text: 'RUN echo "<b>&"' }] }], tag: '"x"<' });
    const svg = graphSvg(layoutGraph({ record, files: filesOf(['<a>']) }), { ...options, title: '</title>' });
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('<b>');
    expect(balanced(svg)).toBe(true);
  });
});

describe('without colour', () => {
  it('every state differs from every other by its sign or by hatching', () => {
    const states = ['cached', 'rebuilt', 'failed', 'stopped', 'not-needed'] as const;
    const record = (predicted: boolean) => recordOf({ predicted, stages: [{ name: 'a', base: 'a', steps: states.map((state) => ({ text: 'RUN x', state })) }] });
    const bare = (predicted: boolean) =>
      graphSvg(layoutGraph({ record: record(predicted) }), { ...options, predicted, theme: 'page' })
        .split('<g class="ls-stratum')
        .slice(1, states.length + 1)
        .map((part) => part.replace(/class="[^"]*"|[xy]="[^"]*"/g, '').replace(/<text[^]*/, ''));
    const drawings = [...bare(false), bare(true)[1]!];
    expect(new Set(drawings).size).toBe(states.length + 1);
  });
});
