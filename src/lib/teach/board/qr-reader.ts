/** Reads QR pictures: with the browser's own reader where there is one, else with a script that is loaded for it. Nothing leaves the tab. */

type Source = HTMLVideoElement | ImageBitmap;

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<readonly string[]> };

/** Longest side of what is looked at, pixels: more costs time and reads nothing more. */
const longest = 1600;

export interface QrReader {
  /** The texts of the QR pictures that are seen: none where there is none. `thorough`: takes its time, for a picture that comes once. */
  read(source: Source, thorough?: boolean): Promise<readonly string[]>;
}

export async function qrReader(): Promise<QrReader> {
  const own = await ownDetector();
  if (own) return { read: async (source) => [...new Set((await own.detect(source)).map(({ rawValue }) => rawValue))] };
  const { default: decodeQr } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  return {
    read: async (source, thorough = false) => {
      const pixels = pixelsOf(canvas, source);
      try {
        return pixels ? [decodeQr(pixels, thorough ? { effort: Infinity, timeLimit: 4_000 } : {})] : [];
      } catch {
        // It throws where it sees none.
        return [];
      }
    },
  };
}

async function ownDetector(): Promise<Detector | undefined> {
  const Own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  try {
    return Own && (await Own.getSupportedFormats()).includes('qr_code') ? new Own({ formats: ['qr_code'] }) : undefined;
  } catch {
    return undefined;
  }
}

function pixelsOf(canvas: HTMLCanvasElement, source: Source): ImageData | undefined {
  const [width, height] = source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  const scale = Math.min(1, longest / Math.max(width, height));
  if (width === 0 || height === 0) return undefined;
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}

/** The texts of the QR pictures in image files; files that are no images, or show none, are named. */
export async function readPictures(files: readonly File[]): Promise<{ readonly texts: readonly string[]; readonly without: readonly string[] }> {
  const reader = await qrReader();
  const texts: string[] = [];
  const without: string[] = [];
  for (const file of files) {
    const seen = await bitmapOf(file).then((bitmap) => (bitmap ? reader.read(bitmap, true) : []));
    if (seen.length === 0) without.push(file.name);
    texts.push(...seen);
  }
  return { texts, without };
}

const bitmapOf = (file: File): Promise<ImageBitmap | undefined> => createImageBitmap(file).catch(() => undefined);
