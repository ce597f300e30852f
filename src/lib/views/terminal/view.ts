import type { View } from '#lib/workbench/view.ts';

export const view: View = { id: 'terminal', label: 'terminal.tab', place: 'panel', order: -10, load: () => import('./TerminalView.svelte') };
