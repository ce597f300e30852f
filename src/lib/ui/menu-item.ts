/** An item of a menu. */
export interface MenuItem {
  readonly label: string;
  /** Shown at the right: `F2`. */
  readonly keys?: string;
  readonly run: () => void;
  /** Where the label is in a language of its own. */
  readonly lang?: string;
  /** Stands apart from the item before it. */
  readonly apart?: boolean;
}
