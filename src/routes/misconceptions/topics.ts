/** The deck of misconceptions in the order in which it is read: by what they are about. */
import type { MessageId } from '#messages/index.ts';

export interface Topic {
  /** Names the section of the page. */
  readonly id: string;
  readonly title: MessageId;
  /** Ids of misconceptions. */
  readonly cards: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    id: 'graph',
    title: 'misconceptions.graph',
    cards: ['any-change-rebuilds', 'miss-kills-everything', 'all-stages-build', 'unchanged-files-hit-anyway', 'same-output-hits', 'run-notices-the-world', 'cache-remembers-one-build', 'cached-means-reused'],
  },
  {
    id: 'key',
    title: 'misconceptions.key',
    cards: [
      'only-code-counts', 'only-read-files-count', 'mtime-breaks-cache', 'mode-does-not-matter', 'metadata-breaks-cache', 'arg-busts-all-lines', 'arg-only-if-used', 'global-arg-everywhere',
      'secret-rotation-rebuilds', 'cache-mount-is-in-the-key', 'cache-mount-always-reruns',
    ],
  },
  { id: 'context', title: 'misconceptions.context', cards: ['whole-folder-is-sent', 'dockerfile-is-not-in-the-context', 'dockerignore-is-gitignore', 'dotdot-is-forbidden'] },
  {
    id: 'image',
    title: 'misconceptions.image',
    cards: ['every-line-is-a-layer', 'fewer-layers-smaller', 'delete-shrinks', 'chmod-is-free', 'alpine-is-always-smaller', 'sizes-add-up', 'rm-hides-secrets', 'arg-is-private'],
  },
  {
    id: 'elsewhere',
    title: 'misconceptions.elsewhere',
    cards: ['latest-is-newest', 'same-dockerfile-same-image', 'image-id-is-digest', 'delete-tag-frees', 'no-cache-pulls-base', 'min-caches-all', 'cache-mount-in-ci', 'multi-arch-needs-emulation'],
  },
];
