/**
 * What the workbench offers behind More and shows in a dialog: a folder of `src/lib` with a `page-dialog.ts` that says its name and loads
 * its component when it is asked for. Added without touching another file.
 */
import type { Component } from 'svelte';
import type { MessageId } from '#messages/index.ts';
import type { ViewContext } from './view.ts';

export interface PageDialog {
  readonly id: string;
  /** Says it before anything was opened: of the area `tabs`, or of another that the page has at first. */
  readonly label: MessageId;
  /** Its place behind More, from the top. */
  readonly order: number;
  /** Stands in the bar where that has room to spare. */
  readonly prominent?: boolean;
  readonly load: () => Promise<{ readonly default: Component<{ context: ViewContext; onclose: () => void }> }>;
}

const found = import.meta.glob<{ readonly dialog: PageDialog }>('../*/page-dialog.ts', { eager: true });

/** All of them, in the order in which they are offered. */
export const pageDialogs: readonly PageDialog[] = Object.values(found)
  .map(({ dialog }) => dialog)
  .sort((a, b) => a.order - b.order);
