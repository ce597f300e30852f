/**
 * Sizes of panels as the person left them: custom properties `--size-<name>` on the root, in pixels. The script at the top
 * of `app.html` sets them before the first paint from the same key, so that no panel jumps.
 */

const KEY = 'layerscope:sizes';

function read(): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, number>) : {};
  } catch {
    return {};
  }
}

/** Sets a panel's size and remembers it; `undefined` goes back to the layout's own. */
export function setSize(name: string, pixels: number | undefined): void {
  const { style } = document.documentElement;
  const kept = read();
  if (pixels === undefined) {
    style.removeProperty(`--size-${name}`);
    delete kept[name];
  } else {
    style.setProperty(`--size-${name}`, `${Math.round(pixels)}px`);
    kept[name] = Math.round(pixels);
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still shows the size until the tab closes.
  }
}
