import { toImageConfig } from '../../graph/draft-image.ts';
import { formatPlatform } from '../../graph/platform.ts';
import { exportImage } from '../export/image.ts';
import type { LayerSteps } from '../export/layers.ts';
import type { ImageRecord } from '../record.ts';
import type { StageState } from './stage-state.ts';

const noSteps: LayerSteps = new Map();

/** The image that a stage has come to; its layers are hashed here. */
export function finalImage({ image, snapshot }: Pick<StageState, 'image' | 'snapshot'>, names: readonly string[] = [], steps: LayerSteps = noSteps): ImageRecord {
  const plan = { platform: formatPlatform(image.platform), graph: { vertices: [] }, config: toImageConfig(image) };
  return exportImage(plan, snapshot, { epoch: undefined, rewriteTimestamp: false, names, steps });
}
