/** `embed/frame.js`: a module to import from, or a script that only lets heights follow. */
import { followHeights } from './host.ts';

export { connectLayerscope, type Layerscope } from './host.ts';

followHeights();
