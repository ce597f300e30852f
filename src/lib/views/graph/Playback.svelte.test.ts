import './jsdom-gaps.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { waveStops } from './fixture.ts';
import { layoutGraph } from './layout.ts';
import { Playback } from './playback.svelte.ts';
import Bar from './Playback.svelte';
import { filmOf } from './timeline.ts';

let frames: FrameRequestCallback[] = [];
const frame = (now: number) => frames.splice(0).forEach((run) => run(now));

function loaded(): Playback {
  const record = waveStops();
  const playback = new Playback();
  playback.load(filmOf(record, layoutGraph({ record }).edges), record);
  return playback;
}

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
});

describe('playback', () => {
  it('asks for frames only while it plays, and rests at the end', () => {
    const playback = loaded();
    expect(frames).toHaveLength(0);
    playback.play();
    frame(1_000);
    frame(1_500);
    expect(playback.time).toBeGreaterThan(0);
    frame(9_000);
    expect(playback.playing).toBe(false);
    expect(playback.time).toBeUndefined();
    expect(frames).toHaveLength(0);
  });

  it('goes twice as far at twice the speed', () => {
    const far = (speed: 1 | 2) => {
      const playback = loaded();
      playback.speed = speed;
      playback.play();
      frame(1_000);
      frame(1_400);
      const screen = playback.film!.toScreen(playback.at);
      playback.pause();
      return screen;
    };
    expect(far(2)).toBeCloseTo(2 * far(1), 3);
  });

  it('keeps the playhead when the drawing changes and rests when the build does', () => {
    const record = waveStops();
    const playback = new Playback();
    const film = filmOf(record, []);
    playback.load(film, record);
    playback.seek(500);
    playback.load(filmOf(record, []), record);
    expect(playback.time).toBe(500);
    playback.load(film, waveStops());
    expect(playback.time).toBeUndefined();
  });

  it('replays the build whose film arrives after it was asked to', () => {
    const playback = new Playback();
    playback.replay();
    expect(playback.playing).toBe(false);
    const record = waveStops();
    playback.load(filmOf(record, []), record);
    expect(playback.playing).toBe(true);
  });
});

describe('the playback bar', () => {
  it('names its controls and tells the time as text', async () => {
    const playback = loaded();
    render(Bar, { playback });
    const slider = screen.getByRole('slider', { name: 'Playhead' });
    expect(slider.getAttribute('aria-valuetext')).toMatch(/^7\.2\ss of 7\.2\ss$/);
    await fireEvent.click(screen.getByRole('button', { name: 'Replay' }));
    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await fireEvent.input(slider, { target: { value: '300' } });
    expect(playback.film!.toScreen(playback.time!)).toBeCloseTo(300, 0);
  });

  it('steps from event to event, by button and by key', async () => {
    const playback = loaded();
    render(Bar, { playback });
    await fireEvent.click(screen.getByRole('button', { name: 'Earlier event' }));
    expect(playback.time).toBeDefined();
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Later event' }), { key: ']' });
    expect(playback.time).toBeUndefined();
  });
});
