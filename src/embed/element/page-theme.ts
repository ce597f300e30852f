/** Whether the page around an element is dark: its text says so, whatever made it that colour. */

/** Lightness of a computed colour, from 0 (black) to 1; undefined for a colour in a form that is not known. */
export function lightness(color: string): number | undefined {
  const [, space, inside] = /^([a-z]+)\((.*)\)$/i.exec(color.trim()) ?? [];
  if (space === undefined || inside === undefined) return undefined;
  const numbers = inside.replace(/^(?:srgb(?:-linear)?|display-p3|a98-rgb|prophoto-rgb|rec2020)\s/i, '').split(/[\s,/]+/).map((part) => (part.endsWith('%') ? parseFloat(part) / 100 : parseFloat(part)));
  const percent = inside.includes('%');
  const [first = NaN, second = NaN, third = NaN] = numbers;
  const known = (value: number): number | undefined => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : undefined);
  switch (space.toLowerCase()) {
    case 'rgb':
    case 'rgba':
      return known((0.2126 * first + 0.7152 * second + 0.0722 * third) / (percent ? 1 : 255));
    case 'color':
      return known(0.2126 * first + 0.7152 * second + 0.0722 * third);
    case 'oklab':
    case 'oklch':
      return known(first);
    case 'lab':
    case 'lch':
      return known(percent ? first : first / 100);
    case 'hsl':
    case 'hsla':
      return known(third);
    default:
      return undefined;
  }
}

/** Light text stands on a dark page. */
export function themeAround(node: Element): 'light' | 'dark' {
  return (lightness(getComputedStyle(node).color) ?? 0) > 0.5 ? 'dark' : 'light';
}

const told = new Set<() => void>();
let forget: (() => void) | undefined;

/** Calls whenever the page may have turned light or dark. Returns what stops it. All elements of a page share what listens. */
export function followPageTheme(tell: () => void): () => void {
  told.add(tell);
  forget ??= listen();
  return () => {
    told.delete(tell);
    if (told.size > 0) return;
    forget?.();
    forget = undefined;
  };
}

/** Milliseconds that a page may take to fade into its other colours. */
const fading = 600;

function listen(): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    for (const each of told) each();
  };
  const changed = (): void => {
    clearTimeout(later);
    later = setTimeout(tell, fading);
    requestAnimationFrame(tell);
  };
  // Which attribute a page uses for it is its own: `class`, `data-theme`, `style` and others.
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  if (document.body) observer.observe(document.body, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    clearTimeout(later);
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
