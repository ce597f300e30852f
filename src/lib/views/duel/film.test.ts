import { describe, expect, it } from 'vitest';
import { barsOf } from './bars.ts';
import { after, lengthOf, nextMoment, roundInView, screenLength, standingOf, type Place } from './film.ts';
import { failing, outcome } from './duel.fixture.ts';
import { laneOf } from './lane.ts';

const start: Place = { done: 0 };
const end: Place = { done: 3 };

describe('a race', () => {
  it('comes to its end, round by round, whatever the frame rate', () => {
    for (const frame of [7, 16.7, 250]) {
      let place = start;
      const seen = new Set<number>();
      for (let frames = 0; place.done < 3 && frames < 5000; frames++) {
        place = after(outcome, place, frame);
        seen.add(place.done);
      }
      expect(place).toEqual(end);
      expect([...seen].sort()).toEqual([0, 1, 2, 3]);
    }
  });

  it('has one scale for all rounds, and shows the shortest long enough to be seen', () => {
    expect(screenLength(outcome.rounds, 0)).toBe(2400);
    expect(screenLength(outcome.rounds, 1)).toBe(1200);
    expect(screenLength(outcome.rounds, 2)).toBe(450);
  });

  it('steps from moment to moment of both sides, and then into the next round', () => {
    const places = [nextMoment(outcome, start)];
    for (let i = 0; i < 6; i++) places.push(nextMoment(outcome, places.at(-1)!));
    expect(places.slice(0, 4)).toEqual([{ done: 0, time: 100 }, { done: 0, time: 1000 }, { done: 0, time: 2000 }, { done: 1 }]);
    expect(places.every(({ done }) => done <= 3)).toBe(true);
    expect(nextMoment(outcome, end)).toEqual(end);
  });

  it('adds up what is over and what runs, and never more than the build takes', () => {
    expect(standingOf(outcome, 'left', end)).toEqual({ milliseconds: 15_100, perCommit: 15_100 / 3, won: 0, rounds: 3, failed: false });
    expect(standingOf(outcome, 'right', end)).toMatchObject({ milliseconds: 3_100, won: 2 });
    expect(standingOf(outcome, 'right', { done: 0, time: 9_000 }).milliseconds).toBe(1_000);
    expect(standingOf(outcome, 'left', { done: 0, time: 9_000 }).milliseconds).toBe(9_000);
    expect(standingOf(outcome, 'left', start)).toMatchObject({ milliseconds: 0, won: 0 });
    expect(standingOf(outcome, 'left', { done: 0, time: -100 }).milliseconds).toBe(0);
  });

  it('counts a failed round neither as time nor as a round, and says so from there on', () => {
    expect(standingOf(failing, 'left', { done: 1 })).toMatchObject({ rounds: 1, failed: false });
    expect(standingOf(failing, 'left', end)).toMatchObject({ rounds: 1, milliseconds: 10_000, failed: true });
  });

  it('has in view the round that runs, else the last one that is over', () => {
    expect([start, { done: 0, time: 5 }, { done: 1 }, end].map((place) => roundInView(outcome, place)?.number)).toEqual([undefined, 1, 1, 3]);
  });
});

describe('a lane', () => {
  const run = outcome.rounds[0]!.left!;
  const looks = (time?: number) => laneOf(run, time).steps.map(({ look }) => look);

  it('shows each step waiting, running and done on the clock of its round', () => {
    expect(looks(-1)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(looks(50)).toEqual(['cached', 'waiting', 'waiting']);
    expect(looks(550)).toEqual(['cached', 'running', 'waiting']);
    expect(looks(3000)).toEqual(['cached', 'rebuilt', 'running']);
    expect(looks()).toEqual(['cached', 'rebuilt', 'rebuilt']);
    expect(laneOf(run, 550).steps[1]).toMatchObject({ fill: 0.5, took: 450 });
  });

  it('stands still when its build is over and the other one is not', () => {
    const right = laneOf(outcome.rounds[0]!.right!, 8_000);
    expect(right).toMatchObject({ clock: 1_000, over: true });
  });
});

describe('the bars', () => {
  it('grow with the clock of their round, and no further than their build', () => {
    const [first, second] = barsOf(outcome, { done: 0, time: 5_000 });
    expect(first).toMatchObject({ left: 0.5, right: 0.1, shown: 'running' });
    expect(second!.shown).toBe('hidden');
    expect(barsOf(outcome, { done: 0, time: -1 })[0]).toMatchObject({ left: 0, right: 0 });
  });

  it('are in one scale, and hidden until their round is over', () => {
    const bars = barsOf(outcome, { done: 1 });
    expect(bars.map(({ left }) => left)).toEqual([1, 0.5, 0.01]);
    expect(bars.map(({ shown }) => shown)).toEqual(['over', 'hidden', 'hidden']);
    expect(barsOf(failing, end)[2]).not.toHaveProperty('left');
    expect(lengthOf(failing.rounds[2]!)).toBe(100);
  });
});
