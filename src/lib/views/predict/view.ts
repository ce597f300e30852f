import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'predict', label: 'predict.tab', place: 'view', order: 15, key: 'p', load: () => import('./PredictView.svelte') };
