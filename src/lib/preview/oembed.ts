/** What an oEmbed consumer is told of a page (oEmbed 1.0, type `rich`, https://oembed.com): a frame with its scene, and a picture. */
import { sandbox } from '#embed/frame/snippets.ts';
import { previewSize } from './compose.ts';

export interface Told {
  readonly title: string;
  /** Absolute addresses: of the frame, of the picture, of the site. */
  readonly frame: string;
  readonly picture: string;
  readonly site: string;
}

/** Pixels of the frame: the graph and the Dockerfile side by side. */
export const frameSize = { width: 960, height: 600 } as const;

export function oembedAnswer({ title, frame, picture, site }: Told): Readonly<Record<string, string | number>> {
  const { width, height } = frameSize;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Layerscope',
    provider_url: site,
    html: `<iframe src="${quoted(frame)}" title="${quoted(`${title}, Layerscope`)}" width="100%" height="${height}" frameborder="0" loading="lazy" sandbox="${sandbox}"></iframe>`,
    width,
    height,
    thumbnail_url: picture,
    thumbnail_width: previewSize.width,
    thumbnail_height: previewSize.height,
    cache_age: 86_400,
  };
}

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
