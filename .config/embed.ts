// Scripts that other pages load: the element (`embed/layer-scope.js`), and what holds frames (`embed/frame.js`). Built after the page.
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { embedStyles } from './embed-styles.ts';
import { embedTypes } from './embed-types.ts';
import { engineChunks } from './engine-chunks.ts';

const root = join(import.meta.dirname, '..');
const embed = join(root, 'src', 'embed');

/**
 * Keeps the element's script in one piece: the few words in it are its own copy, and it takes no helper that would put `link` elements
 * into the host page for parts that it loads later.
 */
function onePiece(): Plugin {
  const helper = '\0vite/preload-helper.js';
  const trivial = '\0trivial:';
  return {
    name: 'layerscope:one-piece',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === helper) return trivial + importer?.replace(/\W/g, '_');
      if (!source.startsWith('#messages/') || !importer?.endsWith('/element/words.ts')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${found.id}?own`;
    },
    load: (id) => (id.startsWith(trivial) ? 'export const __vitePreload = (load) => load();' : null),
  };
}

export default defineConfig({
  root,
  // Whatever address the site has: parts are found beside the script.
  base: './',
  publicDir: false,
  plugins: [
    onePiece(),
    svelte({ configFile: false, preprocess: vitePreprocess(), compilerOptions: { runes: true, css: 'external' } }),
    embedStyles(),
    embedTypes({ vocabulary: join(embed, 'vocabulary.ts'), element: join(embed, 'element', 'layer-scope.types.ts') }),
  ],
  // As in the page: lessons are read in a worker too.
  resolve: { alias: { 'decode-named-character-reference': join(root, 'node_modules', 'decode-named-character-reference', 'index.js') } },
  worker: { format: 'es', plugins: () => [engineChunks()], rolldownOptions: { output: { entryFileNames: 'parts/[name]-[hash].js', chunkFileNames: 'parts/[name]-[hash].js' } } },
  build: {
    outDir: join(root, 'build', 'embed'),
    emptyOutDir: false,
    // Would ask the host page for `link` elements.
    modulePreload: false,
    cssCodeSplit: false,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      input: { 'layer-scope': join(embed, 'element', 'index.ts'), frame: join(embed, 'frame', 'script.ts') },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js', assetFileNames: 'parts/[name]-[hash][extname]' },
    },
  },
});
