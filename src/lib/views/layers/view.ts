import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'layers', label: 'layers.tab', place: 'view', order: 20, key: 'l', wide: true, load: () => import('./LayersView.svelte') };
