import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'registry', label: 'registry.tab', place: 'view', order: 60, wide: true, load: () => import('./RegistryView.svelte') };
