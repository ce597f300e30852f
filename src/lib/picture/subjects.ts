/** The views that can be saved as a picture, without what draws them: that is in the worker. */
import type { MessageId } from '#messages/index.ts';

export interface PictureSubject {
  /** Id of the view. */
  readonly view: string;
  readonly label: MessageId;
  /** Why there is none, where there is none. */
  readonly none: MessageId;
}

/** In the order in which they are offered. */
export const subjects: readonly PictureSubject[] = [
  { view: 'graph', label: 'page.graph', none: 'picture.none-other' },
  { view: 'why', label: 'page.why', none: 'picture.none-why' },
  { view: 'predict', label: 'predict.tab', none: 'picture.none-predict' },
  { view: 'timeline', label: 'timeline.tab', none: 'picture.none-other' },
  { view: 'files', label: 'page.files', none: 'picture.none-other' },
  { view: 'radius', label: 'radius.tab', none: 'picture.none-radius' },
  { view: 'layers', label: 'layers.tab', none: 'picture.none-layers' },
  { view: 'history', label: 'history.tab', none: 'picture.none-history' },
  { view: 'duel', label: 'duel.tab', none: 'picture.none-duel' },
  { view: 'registry', label: 'registry.tab', none: 'picture.none-registry' },
  { view: 'log', label: 'page.log', none: 'picture.none-log' },
  { view: 'terminal', label: 'terminal.tab', none: 'picture.none-terminal' },
  { view: 'problems', label: 'page.problems', none: 'picture.none-problems' },
  { view: 'advice', label: 'advice.tab', none: 'picture.none-advice' },
];
