import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'history', label: 'history.tab', place: 'view', order: 40, key: 'y', wide: true, load: () => import('./HistoryView.svelte') };
