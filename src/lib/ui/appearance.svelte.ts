/**
 * Theme and density as the person chose them, kept in this browser. The script at the top of `app.html` applies the same
 * value before the first paint, under the same key.
 */

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'normal' | 'projector';

const KEY = 'layerscope:appearance';

export class Appearance {
  theme: Theme = $state('system');
  density: Density = $state('normal');

  /** Takes over what the page was painted with; call it once in the browser. */
  restore(): void {
    const { theme, density } = document.documentElement.dataset;
    this.theme = theme === 'light' || theme === 'dark' ? theme : 'system';
    this.density = density === 'projector' ? 'projector' : 'normal';
  }

  /** A theme for as long as the page is open. */
  show(theme: Theme): void {
    this.theme = theme;
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }

  /** Back to what the person chose. */
  recall(): void {
    let kept: unknown;
    try {
      kept = (JSON.parse(localStorage.getItem(KEY) ?? '{}') as { readonly theme?: unknown }).theme;
    } catch {
      // As if nothing was kept.
    }
    this.show(kept === 'light' || kept === 'dark' ? kept : 'system');
  }

  setTheme(theme: Theme): void {
    this.show(theme);
    this.#apply();
  }

  setDensity(density: Density): void {
    this.density = density;
    this.#apply();
  }

  #apply(): void {
    const { dataset } = document.documentElement;
    if (this.density === 'normal') delete dataset.density;
    else dataset.density = this.density;
    try {
      localStorage.setItem(KEY, JSON.stringify({ theme: this.theme, density: this.density }));
    } catch {
      // A browser that keeps nothing still shows the choice until the tab closes.
    }
  }
}

/** The appearance of this page. */
export const appearance = new Appearance();
