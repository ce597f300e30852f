/** Images of one build for several platforms, set against each other. */
import { get, sameContent } from '../../fs/index.ts';
import type { Assertion, Finding } from '../assertion.ts';
import { filesOf, imageOf } from '../image.ts';

/** Each pair of the images has other bytes under the path: a program that was compiled for one of them and copied into both is the same. */
export const differs: Assertion<'differs'> = {
  key: 'differs',
  about: 'image',
  judge({ workspace, built }, paths): Finding {
    if (!built) return { holds: false, because: { id: 'exercise.not-built' } };
    const images = built.record.images.map(({ platform }) => ({ platform, image: imageOf(workspace, built, platform) }));
    for (const path of paths) {
      const files = images.map(({ platform, image }) => ({ platform, node: image && get(filesOf(image), path.replace(/^\//, '')) }));
      for (const [at, one] of files.entries()) {
        if (one.node?.type !== 'file') return { holds: false, because: { id: 'exercise.lacks-path', values: { path } } };
        const { content } = one.node;
        const twin = files.slice(at + 1).find(({ node }) => node?.type === 'file' && sameContent(node.content, content));
        if (twin) return { holds: false, because: { id: 'exercise.same-on-both', values: { path, one: one.platform, other: twin.platform } } };
      }
    }
    return { holds: true };
  },
};
