import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'narrate', label: 'narrate.tab', place: 'panel', order: 70, load: () => import('./NarrateView.svelte') };
