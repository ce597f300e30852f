import type { PageDialog } from '#lib/workbench/page-dialog.ts';

export const dialog: PageDialog = { id: 'share', label: 'share.start', order: 10, prominent: true, load: () => import('./ShareDialog.svelte') };
