import { afterEach, describe, expect, it } from 'vitest';
import { explain } from '#engine/insight/explain.ts';
import { stepToTell } from '#engine/insight/step-to-tell.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import { describe as snapshotOf } from '#engine/workspace/describe.ts';
import { earlierBuilds } from '#engine/workspace/earlier-builds.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { defaultScenario } from '#scenarios/index.ts';
import { english, languageOf, speak } from '#messages/index.ts';
import { buildSentence } from './announce.ts';

/** What is said after the last of these actions, a build. */
function said(actions: readonly Action[]): string {
  const workspace = actions.reduce((at, action) => {
    const done = dispatch(at, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, openWorkspace(defaultScenario, resolveImage));
  const state = currentState(workspace);
  const result = state.builds.at(-1)!;
  const step = stepToTell(result.record);
  const told = step === undefined ? undefined : explain(earlierBuilds(state, state.builds.length), result, step);
  return buildSentence(result.record, snapshotOf(workspace), told).replaceAll('\u202f', ' ');
}

const edit = (path: string): Action => ({ type: 'write', path, text: 'package main // greets\n' });
const build: Action = { type: 'build' };

afterEach(() => speak(english));

describe('the sentence about a build', () => {
  it('counts, and says which step ran because of what', () => {
    expect(said([edit('main.go'), build])).toMatch(/^Build 2: 5 cached, 3 rebuilt\. Step 5 COPY \. \. rebuilt because main\.go changed\. It took [\d.]+ s\. The image is new\.$/);
  });

  it('names no cause where all was cached', () => {
    expect(said([build])).toMatch(/^Build 2: 8 cached\. It took [\d.]+ s\. The image is the same\.$/);
  });

  it('says where the wave stopped', () => {
    expect(said([{ type: 'write', path: 'README.md', text: 'Bye.\n' }, build])).toMatch(/6 cached, 2 rebuilt\. Step 2 COPY --from=build \S+ \S+ stayed cached: \/app came out byte for byte the same\./);
  });

  it('is said in German too', async () => {
    speak(await languageOf('de'));
    expect(said([edit('main.go'), build])).toMatch(/^Build 2: 5 im Cache, 3 neu gebaut\. Schritt 5 COPY \. \. wurde neu gebaut, weil main\.go geändert wurde\. Dauer: [\d,]+ s\. Das Image ist neu\.$/);
  });
});
