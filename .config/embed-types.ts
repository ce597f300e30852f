// Types of the element for pages that are written in TypeScript: `embed/layer-scope.d.ts`.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Puts the vocabulary and the element's own declarations into one file without imports. */
export function embedTypes({ vocabulary, element }: { readonly vocabulary: string; readonly element: string }): Plugin {
  return {
    name: 'layerscope:embed-types',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'layer-scope.d.ts', source: declarations(readFileSync(vocabulary, 'utf8'), readFileSync(element, 'utf8')) });
    },
  };
}

/** The step states are the engine's: the one import of the vocabulary. */
const states = `/** How a step came out. */\nexport type StepState = 'cached' | 'rebuilt' | 'failed' | 'not-needed' | 'stopped';\n`;

export function declarations(vocabulary: string, element: string): string {
  const withoutImports = (text: string): string => text.replace(/^import type [^;]+;\n/gm, '');
  return [states, withoutImports(vocabulary).trim(), withoutImports(element).trim(), ''].join('\n\n');
}
