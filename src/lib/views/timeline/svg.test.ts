import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { currentState, openWorkspace } from '#engine/workspace/workspace.ts';
import { describe as snapshotOf } from '#engine/workspace/describe.ts';
import { defaultScenario } from '#scenarios/index.ts';
import { timelineOf, type Bar, type Timeline } from './layout.ts';
import { timelineSvg } from './svg.ts';

const ui = join(import.meta.dirname, '../../ui/tokens.css');
const styles = { graph: readFileSync(join(import.meta.dirname, '../graph/graph.css'), 'utf8'), tokens: readFileSync(ui, 'utf8') };
const workspace = openWorkspace(defaultScenario, resolveImage);
const record = currentState(workspace).builds[0]!.record;
const options = { title: 'The build', width: 900, theme: 'auto', styles } as const;
const balanced = (svg: string) => (svg.match(/<(?!\/)[a-z]+(?=[^>]*[^/]>|>)/g) ?? []).length === (svg.match(/<\/[a-z]+>/g) ?? []).length;

describe('the timeline as a picture', () => {
  const svg = timelineSvg(timelineOf(record), options);

  it('is made without a DOM, named and described, and whole', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title id="lt-title">The build</title>');
    expect(svg).toMatch(/<desc id="lt-desc">5 lanes\. Took /);
    expect(balanced(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('carries its colours in light and in dark, and takes the page’s where it is put into one', () => {
    expect(svg).toContain('@media (prefers-color-scheme:dark)');
    expect(timelineSvg(timelineOf(record), { ...options, theme: 'page' })).not.toContain('<style>');
  });

  it('hatches a prediction and nothing else', () => {
    expect(svg).not.toContain('fill="url(#lt-hatch)"');
    const bar: Bar = { id: 'a', from: 0, to: 1, row: 0, tone: 'predicted', label: 'RUN x', name: 'RUN x', duration: '1 s', waits: 0, waitedFor: 0, transfers: [], critical: true, modelled: false };
    const foreseen: Timeline = { ...timelineOf(snapshotOf(workspace).prediction!), lanes: [{ id: '0', name: '<b>', stage: true, rows: 1, bars: [bar], cached: undefined }] };
    const drawn = timelineSvg(foreseen, options);
    expect(drawn).toContain('fill="url(#lt-hatch)"');
    expect(drawn).not.toContain('<b>');
  });
});
