/** A tab that others add beside Log and Problems, or beside Graph. */
import type { MessageId } from '#messages/index.ts';

export interface ExtraPanel {
  readonly id: string;
  readonly label: MessageId;
  /** The letter that goes there. */
  readonly key?: string;
  /** Shown beside the label. */
  readonly count?: number;
  /** Its place among the tabs of the dock: the log stands at 0, the problems at 50. */
  readonly order?: number;
  /** A view that takes the whole width: files, editor and Why wait until another is looked at. */
  readonly wide?: boolean;
}
