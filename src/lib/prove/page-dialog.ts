import type { PageDialog } from '#lib/workbench/page-dialog.ts';

export const dialog: PageDialog = { id: 'prove', label: 'prove.start', order: 30, load: () => import('./ProveDialog.svelte') };
