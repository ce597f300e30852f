import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'registry', label: 'registry.tab', place: 'view', order: 60, key: 'r', wide: true, load: () => import('./RegistryView.svelte') };
