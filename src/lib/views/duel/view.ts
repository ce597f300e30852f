import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'duel', label: 'duel.tab', place: 'view', order: 50, key: 'd', wide: true, load: () => import('./DuelView.svelte') };
