import type { Snippet } from 'svelte';

/** A panel that others add beside Log and Problems, or a view beside Graph. */
export interface ExtraPanel {
  readonly id: string;
  readonly label: string;
  /** Shown beside the label. */
  readonly count?: number;
  /** Stands before the log. */
  readonly first?: boolean;
  /** A view that takes the whole width: files, editor and Why wait until another is looked at. */
  readonly wide?: boolean;
  readonly body: Snippet;
}
