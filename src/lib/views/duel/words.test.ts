import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { duel, type DuelOutcome, type DuelSetup } from '#engine/workspace/duel/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { openWorkspace } from '#engine/workspace/workspace.ts';
import { english, languageOf, speak } from '#messages/index.ts';
import { scenario } from '#scenarios/go-two-stages/scenario.ts';
import { failing, outcome } from './duel.fixture.ts';
import { setup as kept } from './kept.ts';
import { duelPicture } from './svg.ts';
import { differenceText, errorOf, filesText, outcomeMarkdown, outcomeText, pushText, tableOf, verdictText } from './words.ts';

afterEach(() => speak(english));

const plain = (text: string) => text.replaceAll('\u202f', ' ');
const names = { left: 'As often written', right: 'Well | ordered' };
const tokens = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');

describe('the verdict in words', () => {
  it('says who is ahead and by how much a commit', () => {
    expect(plain(verdictText(outcome))).toBe('The right one takes 4.0 s less a commit over these 3 edits: 1.0 s instead of 5.0 s.');
    expect(filesText(outcome.files!)).toBe('Both images have the same files.');
  });

  it('says it in German', async () => {
    speak(await languageOf('de'));
    expect(plain(verdictText(outcome))).toBe('Das rechte braucht bei diesen 3 Änderungen je Commit 4,0 s weniger: 1,0 s statt 5,0 s.');
  });

  it('says which side failed, in which round, and in whose words', () => {
    expect(verdictText(failing)).toBe('The left one failed in round 2; its totals end there.');
    expect(errorOf(failing, 'left')).toContain('exit code: 1');
    expect(errorOf(failing, 'right')).toBeUndefined();
    const unreadable: DuelOutcome = { ...failing, verdict: { kind: 'failed', side: 'right', round: 0 } };
    expect(verdictText(unreadable)).toBe('The right one cannot be built, so there is nothing to set against the other.');
  });

  it('counts the files in which the images differ', () => {
    expect(filesText({ left: 1, right: 0, changed: 2, paths: ['app/.env', 'app/a'] })).toBe('The images differ: 1 file only in the left one, none only in the right one, 2 in both but not the same.');
  });

  it('says whose new layers are smaller, unless they are alike or a side failed', () => {
    const lean: DuelOutcome = { ...outcome, totals: { ...outcome.totals, right: { ...outcome.totals.right, newBytes: 300_000 } } };
    expect(plain(pushText(lean)!)).toBe('The right one makes 100.0 kB of new layers a commit instead of 2.0 MB.');
    expect(pushText(outcome)).toBeUndefined();
    expect(pushText({ ...lean, verdict: failing.verdict })).toBeUndefined();
  });

  it('gives no difference where a build is missing or failed', () => {
    const [first, second] = failing.rounds;
    expect(plain(differenceText(first!.left, first!.right))).toBe('−9.0 s');
    expect(differenceText(second!.left, second!.right)).toBe('');
    expect(differenceText(undefined, second!.right)).toBe('');
  });
});

describe('the table of a duel', () => {
  it('has the first build, each round and the sums, with as many cells as its head', () => {
    const { head, rows } = tableOf(outcome);
    expect(rows.map(({ kind }) => kind)).toEqual(['first', 'round', 'round', 'round', 'sum', 'sum']);
    for (const { cells } of rows) expect(cells).toHaveLength(head.length);
    expect(rows[1]!.cells.map(plain)).toEqual(['1', 'the site', '10.0 s', '1.0 s', '−9.0 s', '2 and 1', '2.0 MB and 2.0 MB', 'yes']);
  });

  it('does not set sums of unlike lengths against each other', () => {
    const sum = tableOf(failing).rows.at(-2)!.cells;
    expect([plain(sum[2]!), plain(sum[3]!), sum[4]]).toEqual(['10.0 s', '3.1 s', '']);
  });

  it('is Markdown that stays a table whatever the names are', () => {
    const hostile: DuelOutcome = { ...outcome, rounds: [{ ...outcome.rounds[0]!, label: 'a | b\n\\c' }] };
    const lines = outcomeMarkdown(hostile, names).split('\n').filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line.replace(/\\./g, '').match(/\|/g)).toHaveLength(9);
    expect(outcomeText(outcome, names)).toContain('Right: Well | ordered, 1.0');
  });
});

describe('the picture of a duel', () => {
  it('stands alone, has title and description, and the colours of both grounds', () => {
    const svg = duelPicture(outcome, { project: 'a <b> & "c"', names, theme: 'auto', styles: { graph: '', tokens } });
    expect(svg).toContain('<title id="duel-title">Two Dockerfiles compared in a &lt;b&gt; &amp; &quot;c&quot;</title>');
    expect(plain(svg)).toContain('<desc id="duel-desc">The right one takes 4.0 s less');
    expect(svg.match(/--surface:(#\w+)/g)).toEqual(['--surface:#ffffff', '--surface:#191816']);
    expect(svg).not.toMatch(/currentColor;|NaN|undefined|href/);
    expect(svg.match(/<rect class="bar/g)).toHaveLength(2 + 6);
  });

  it('draws a cross for a build that failed and nothing for one that never was', () => {
    const svg = duelPicture(failing, { project: 'a', names, theme: 'auto', styles: { graph: '', tokens } });
    expect(svg.match(/<path class="failed"/g)).toHaveLength(1);
    expect(svg.match(/<rect class="bar left"/g)).toHaveLength(2);
  });
});

describe('a duel from outside', () => {
  const text = 'FROM scratch\nCOPY . /\n';
  const setup: DuelSetup = { left: { files: { Dockerfile: { text }, '.dockerignore': null } }, right: { files: { Dockerfile: { text } }, options: { tags: ['a'] } }, series: { kind: 'files', rounds: 2, files: [{ path: 'main.go', weight: 1 }] } };

  it('is read as it was written, and gives the same outcome when it is run again', () => {
    const read = v.parse(kept, JSON.parse(JSON.stringify(setup))) as DuelSetup;
    expect(read).toEqual(setup);
    const outcomeOf = (from: DuelSetup) => duel(openWorkspace(scenario, resolveImage), from).outcome;
    expect(outcomeOf(read)).toEqual(outcomeOf(setup));
  });

  it('is refused where it is not one', () => {
    for (const value of [null, 1, {}, { ...setup, series: { kind: 'scene', rounds: 1e6 } }, { ...setup, left: {} }]) expect(v.is(kept, value)).toBe(false);
  });
});
