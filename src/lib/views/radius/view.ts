import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'radius', label: 'radius.tab', place: 'view', order: 30, key: 'b', wide: true, load: () => import('./RadiusView.svelte') };
