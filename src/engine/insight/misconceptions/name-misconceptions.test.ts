import { describe, expect, it } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import { earlierBuilds } from '#engine/workspace/earlier-builds.ts';
import { predictionProject } from '#engine/workspace/prediction-project.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { commitActions, inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { defaultScenario, loadScenario, slugs } from '#scenarios/index.ts';
import { after } from '#scenarios/trial.ts';
import { deck } from './deck.ts';
import { project, write } from './demo.ts';
import type { Guess } from './misconception.ts';
import { isRight, nameMisconceptions, scorePrediction } from './name-misconceptions.ts';

/** The workspace after these actions; the last is a build. */
function played(actions: readonly Action[], scene: Scenario = defaultScenario): Workspace {
  return actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(JSON.stringify(done.message));
    return done.workspace;
  }, openWorkspace(scene, resolveImage, execute));
}

/** Ids of what explains a guess of the last build, likeliest first. */
function named(workspace: Workspace, step: string, guess: Guess): readonly string[] {
  const state = currentState(workspace);
  const last = state.builds.length;
  return nameMisconceptions(earlierBuilds(state, last), state.builds[last - 1]!, step, guess, predictionProject(state, last)).map(({ id }) => id);
}

const scene = (...edits: readonly Action[]) => played([...edits, { type: 'build' }]);
const other = (files: Readonly<Record<string, string>>, ...edits: readonly Action[]) => played([project('other', files), { type: 'build' }, ...edits, { type: 'build' }]);
const readme = write('README.md', '# Another\n');
const main = write('main.go', 'package main\n\nfunc main() { println(1) }\n');

describe('the misconception behind a wrong guess', () => {
  it.each<readonly [string, Workspace, string, Guess, string]>([
    ['a copy from a stage that ran again and came out the same', scene(readme), '1.2', 'miss', 'miss-kills-everything'],
    ['a README in the copied set', scene(readme), '0.5', 'hit', 'only-code-counts'],
    ['a compiler that reads no README', scene(readme), '0.6', 'hit', 'only-code-counts'],
    ['a step above the edit', scene(main), '0.4', 'miss', 'any-change-rebuilds'],
    ['files that were only touched', scene({ type: 'wait', duration: 60_000 }, { type: 'touch', path: 'main.go' }), '0.5', 'miss', 'mtime-breaks-cache'],
    ['a file that the ignore file keeps out', scene(write('bin/greeter', 'x\n')), '0.5', 'miss', 'any-change-rebuilds'],
    ['a file that became executable', scene({ type: 'chmod', path: 'main.go', mode: 0o755 }), '0.5', 'hit', 'mode-does-not-matter'],
    ['a RUN below a copy that ran', other({ Dockerfile: 'FROM alpine:3.20\nCOPY . /app\nRUN cat /app/a.sh\n', 'a.sh': 'a\n', 'b.sh': 'b\n' }, write('b.sh', 'c\n')), '0.3', 'hit', 'only-read-files-count'],
    ['the base of a build without cache', scene({ type: 'options', options: { noCache: true } }), '0.1', 'miss', 'no-cache-pulls-base'],
    ['a base that moved', scene({ type: 'options', options: { pull: true } }, { type: 'wait', duration: 8 * 86_400_000 }), '1.2', 'hit', 'same-dockerfile-same-image'],
    ['a lint stage that nothing needs', other({ Dockerfile: 'FROM alpine:3.20 AS lint\nRUN exit 1\n\nFROM alpine:3.20\nRUN true\n' }), '0.2', 'miss', 'all-stages-build'],
    ['a base without a tag', other({ Dockerfile: 'FROM alpine\nCOPY a /a\n', a: 'a\n' }, write('a', 'b\n')), '0.1', 'miss', 'latest-is-newest'],
    ['an edit that was taken back', played([main, { type: 'build' }, write('main.go', (defaultScenario.files['main.go']?.text ?? '')), { type: 'build' }]), '0.5', 'miss', 'cache-remembers-one-build'],
  ])('%s', (_, workspace, step, guess, id) => {
    expect(named(workspace, step, guess)[0]).toBe(id);
  });

  it('is the one of its own demonstration wherever a guess can tell it', async () => {
    for (const { id, demo, matches } of deck) {
      if (!matches || !demo.shows) continue;
      const workspace = played(demo.actions, await loadScenario(demo.scene));
      const guess = demo.shows.state === 'rebuilt' ? 'hit' : 'miss';
      expect([id, named(workspace, demo.shows.step, guess)[0]]).toEqual([id, id]);
    }
  });

  it('is none where the guess was right, and none for a first build', () => {
    expect(named(scene(main), '0.5', 'miss')).toEqual([]);
    expect(named(played([project('new', { Dockerfile: 'FROM alpine:3.20\nRUN true\n' }), { type: 'build' }]), '0.2', 'hit')).toEqual([]);
  });

  it('scores what was marked and nothing else, and says of right guesses what they did not fall for', () => {
    const state = currentState(scene(readme));
    const verdicts = scorePrediction(earlierBuilds(state, 2), state.builds[1]!, { '0.5': 'miss', '1.2': 'miss', 'no such': 'hit' }, predictionProject(state, 2));
    expect(verdicts.map(({ step, right, misconceptions }) => [step, right, misconceptions[0]])).toEqual([['0.5', true, 'only-code-counts'], ['1.2', false, 'miss-kills-everything']]);
  });

  it('leaves out what another failure stopped', () => {
    expect(isRight('hit', 'stopped')).toBe(undefined);
    expect(isRight('miss', 'failed')).toBe(true);
  });
});

/** How many wrong guesses about the build after each kind of commit there are, and how many have a name. */
function tried(start: Scenario): { readonly cached: Named; readonly ran: Named } {
  const counts = { cached: { all: 0, named: 0 }, ran: { all: 0, named: 0 } };
  const begun = openWorkspace(start, resolveImage);
  for (const edit of start.edits ?? []) {
    const state = currentState(after(begun, ...commitActions(edit, 1)));
    const at = state.builds.length;
    const build = state.builds[at - 1]!;
    const marks = (guess: Guess) => Object.fromEntries(build.record.steps.map(({ id }) => [id, guess]));
    for (const guess of ['hit', 'miss'] as const) {
      for (const { right, state: became, misconceptions } of scorePrediction(earlierBuilds(state, at), build, marks(guess), predictionProject(state, at))) {
        if (right !== false || became === 'not-needed') continue;
        const count = became === 'cached' ? counts.cached : counts.ran;
        count.all++;
        if (misconceptions.length > 0) count.named++;
      }
    }
  }
  return counts;
}

interface Named {
  all: number;
  named: number;
}

const gallery = (await Promise.all(slugs.map((slug) => loadScenario(slug)))).filter((one) => one !== undefined);

describe('every wrong guess about every kind of commit', () => {
  it.each(gallery.map((one) => [one.slug, one] as const))('%s: has a name where the step stayed cached, and a name or honestly none where it ran', (_, one) => {
    for (const start of one.versions ? [inVersion(one, 'bad'), inVersion(one, 'good')] : [one]) {
      const { cached, ran } = tried(start);
      expect(cached.named).toBe(cached.all);
      expect(ran.named).toBeLessThanOrEqual(ran.all);
      if (ran.all > 3) expect(ran.named).toBeGreaterThan(0);
    }
  });
});
