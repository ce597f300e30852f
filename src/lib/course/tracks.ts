/** Ways through the course that are shorter than all of it, for somebody who teaches an afternoon: lessons in the order they are taught. */
import type { MessageId } from '#messages/index.ts';

export interface Track {
  /** Names it in a link: `?track=first-afternoon`. */
  readonly id: string;
  readonly title: MessageId;
  readonly lessons: readonly string[];
}

export const tracks: readonly Track[] = [
  { id: 'first-afternoon', title: 'course.first-afternoon', lessons: ['what-a-layer-is', 'order-for-cache', 'build-context', 'what-deleting-leaves', 'multi-stage', 'images-and-registries'] },
  { id: 'fast-ci', title: 'course.fast-ci', lessons: ['order-for-cache', 'multi-stage', 'content-and-the-graph', 'mounts', 'caches-in-ci'] },
];
