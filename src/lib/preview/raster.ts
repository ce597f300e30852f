/** SVG text → PNG, when the site is built: the rasteriser and its fonts come from packages, so that every machine draws the same. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontOf } from './woff.ts';

const packages = createRequire(import.meta.url);
const read = (name: string) => readFileSync(packages.resolve(name));

const fonts = ['inter/files/inter-latin-400-normal', 'inter/files/inter-latin-500-normal', 'inter/files/inter-latin-600-normal', 'jetbrains-mono/files/jetbrains-mono-latin-400-normal', 'jetbrains-mono/files/jetbrains-mono-latin-700-normal', 'source-serif-4/files/source-serif-4-latin-400-normal'];

let ready: Promise<readonly Uint8Array[]> | undefined;

async function prepared(): Promise<readonly Uint8Array[]> {
  await initWasm(read('@resvg/resvg-wasm/index_bg.wasm'));
  return fonts.map((name) => fontOf(read(`@fontsource/${name}.woff`)));
}

/** A picture as the rasteriser has read it; `width` in pixels, its own where absent. */
async function opened(svg: string, width?: number): Promise<InstanceType<typeof Resvg>> {
  const fontBuffers = [...(await (ready ??= prepared()))];
  return new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter', monospaceFamily: 'JetBrains Mono' }, ...(width !== undefined && { fitTo: { mode: 'width', value: width } }) });
}

export async function png(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await opened(svg);
  const drawn = picture.render();
  const bytes = new Uint8Array(drawn.asPng());
  drawn.free();
  picture.free();
  return bytes;
}

/** Where the letters of a picture end, pixels from its left: what says whether a line has room. */
export async function rightEdge(svg: string): Promise<number> {
  const picture = await opened(svg);
  const box = picture.innerBBox();
  const edge = box ? box.x + box.width : 0;
  picture.free();
  return edge;
}
