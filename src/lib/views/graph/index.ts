/** The graph view: loaded when the page is alive, since it brings D3. */
export { default as Graph } from './Graph.svelte';
export type { Guess, GuessMark } from './guess.ts';
export { Playback } from './playback.svelte.ts';
export { default as PlaybackBar } from './Playback.svelte';
