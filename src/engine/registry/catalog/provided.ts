/** Every base image, at once: how the engine has them outside a page. */
import { images } from './images.ts';
import { catalog } from './index.ts';

for (const image of catalog) images.get(image.repository)?.provide(image);
