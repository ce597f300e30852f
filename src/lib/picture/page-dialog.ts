import type { PageDialog } from '#lib/workbench/page-dialog.ts';

export const dialog: PageDialog = { id: 'picture', label: 'picture.start', order: 20, load: () => import('./PictureDialog.svelte') };
