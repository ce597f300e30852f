import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'timeline', label: 'timeline.tab', place: 'panel', order: 10, key: 't', load: () => import('./TimelineView.svelte') };
