import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { describe as snapshotOf } from '#engine/workspace/describe.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { defaultScenario } from '#scenarios/index.ts';
import { layoutGraph } from './layout.ts';
import { filmOf } from './timeline.ts';

/** The default scene after an edit, as foreseen and as built. */
function after(path: string, text: string) {
  let workspace = openWorkspace(defaultScenario, resolveImage);
  const act = (action: Parameters<typeof dispatch>[1]) => {
    const done = dispatch(workspace, action);
    if (done.ok) workspace = done.workspace;
  };
  act({ type: 'write', path, text });
  const foreseen = snapshotOf(workspace);
  act({ type: 'build' });
  return { files: foreseen.files, foreseen: foreseen.prediction!, built: currentState(workspace).builds.at(-1)!.record };
}

describe('builds of the engine, drawn', () => {
  const { files, foreseen, built } = after('README.md', '# Another readme\n');
  const draw = (record: typeof built) => layoutGraph({ record, files, edited: new Set(['README.md']) });

  it('stop the wave of a README before the final COPY, foreseen and built', () => {
    for (const record of [foreseen, built]) {
      const { edges, context } = draw(record);
      expect(edges.filter((edge) => edge.outcome === 'stopped').map((edge) => edge.id)).toEqual(['copy:0.6>1.2']);
      expect(edges.find((edge) => edge.kind === 'file')).toMatchObject({ from: 'README.md', to: '0.5', outcome: 'wave' });
      expect(context?.rows.filter((row) => row.edited).map((row) => row.path)).toEqual(['README.md']);
    }
  });

  it('stand in the same places before and after', () => {
    const places = (record: typeof built) => draw(record).strata.map(({ step, x, y, width, height }) => ({ id: step.id, x, y, width, height }));
    expect(places(built)).toEqual(places(foreseen));
  });

  it('can be played to the end that the record tells', () => {
    const film = filmOf(built, draw(built).edges);
    expect(film.length).toBeLessThanOrEqual(5_000);
    expect(film.marks.some((mark) => mark.kind === 'stop')).toBe(true);
    for (const step of built.steps) expect(film.stillAt(film.end).looks.get(step.id)).toBe(step.state);
  });
});
