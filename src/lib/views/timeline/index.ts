/** The timeline: loaded with the graph, since it brings D3's scales. */
export { default as Timeline } from './Timeline.svelte';
