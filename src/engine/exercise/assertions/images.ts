/** What the images of a machine take on its disk. */
import { imageDiskUsage } from '../../image/index.ts';
import { currentMachine } from '../../workspace/state.ts';
import { currentState } from '../../workspace/workspace.ts';
import type { Assertion } from '../assertion.ts';
import { bytesOfSize } from '../sizes.ts';

export const imagesBelow: Assertion<'images-below'> = {
  key: 'images-below',
  about: 'world',
  judge({ workspace }, size) {
    const { images, builder } = currentMachine(currentState(workspace));
    const { size: bytes } = imageDiskUsage(images, { imageStore: builder.imageStore });
    const most = bytesOfSize(size);
    return bytes < most ? { holds: true } : { holds: false, because: { id: 'exercise.size', values: { size: { bytes }, most: { bytes: most } } } };
  },
};
