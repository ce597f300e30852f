/** What a saved picture is called: it says what it shows. */
import type { BuildRef } from '#lib/worker/protocol.ts';

export interface Named {
  /** Of the scene. */
  readonly slug: string;
  readonly build: BuildRef;
  /** Id of the view. */
  readonly view: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly kind: 'svg' | 'png' | 'gif';
}

/** `layerscope-go-two-stages-build-2-graph-dark.png`; light is the rule and is not said. */
export function fileName({ slug, build, view, theme, kind }: Named): string {
  const parts = ['layerscope', slug, build === 'next' ? 'next-build' : `build-${build}`, view, ...(theme === 'dark' ? ['dark'] : [])];
  return `${parts.map(plain).filter((part) => part !== '').join('-')}.${kind}`;
}

/** Letters, digits and hyphens: what every file system takes. */
const plain = (part: string): string => part.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
