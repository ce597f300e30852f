import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'advice', label: 'advice.tab', place: 'panel', order: 60, count: ({ bench }) => bench.advice?.length ?? 0, load: () => import('./AdviceView.svelte') };
