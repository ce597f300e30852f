/** How big the image is, and of how many layers. */
import type { Assertion } from '../assertion.ts';
import { imageOf } from '../image.ts';
import { bytesOfSize } from '../sizes.ts';

const tooMuch = (bytes: number, most: number) => ({ holds: false, because: { id: 'exercise.size', values: { size: { bytes }, most: { bytes: most } } } });
const notBuilt = { holds: false, because: { id: 'exercise.not-built' } };

export const sizeBelow: Assertion<'size-below'> = {
  key: 'size-below',
  about: 'image',
  judge({ workspace, built }, size) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    const [bytes, most] = [image.layers.reduce((sum, layer) => sum + layer.size, 0), bytesOfSize(size)];
    return bytes < most ? { holds: true } : tooMuch(bytes, most);
  },
};

export const addedBelow: Assertion<'added-below'> = {
  key: 'added-below',
  about: 'image',
  judge({ workspace, built }, size) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    const [bytes, most] = [image.layers.reduce((sum, layer) => sum + (layer.base ? 0 : layer.size), 0), bytesOfSize(size)];
    return bytes < most ? { holds: true } : tooMuch(bytes, most);
  },
};

export const layersAtMost: Assertion<'layers-at-most'> = {
  key: 'layers-at-most',
  about: 'image',
  judge({ workspace, built }, most) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    const n = image.layers.filter(({ base }) => !base).length;
    return n <= most ? { holds: true } : { holds: false, because: { id: 'exercise.layers', values: { n, most } } };
  },
};

export const platforms: Assertion<'platforms'> = {
  key: 'platforms',
  about: 'image',
  judge({ built }, wanted) {
    if (!built) return notBuilt;
    const made = built.record.images.map(({ platform }) => platform).sort();
    return made.join(' ') === [...wanted].sort().join(' ') ? { holds: true } : { holds: false, because: { id: 'exercise.platforms', values: { platforms: made.join(', ') } } };
  },
};
