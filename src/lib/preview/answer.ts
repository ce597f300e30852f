/** A preview as the file that the site has of it. */
import { styles } from '#lib/views/graph/styles.ts';
import { previewSvg, type Preview } from './compose.ts';
import { png } from './raster.ts';

export async function previewAnswer(preview: Preview | undefined): Promise<Response> {
  if (!preview) return new Response(null, { status: 404 });
  return new Response(await png(previewSvg(preview, styles)), { headers: { 'content-type': 'image/png' } });
}
