// The plug-ins for documentation generators, one a build: `--mode remark` and `--mode markdown-it`. Each is one module for Node with the
// engine inside, and its types beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src', 'plugins');

/** What a plug-in is called from outside: what unified and markdown-it want, without asking for their types. */
const declared: Readonly<Record<string, string>> = {
  remark: `declare function remarkLayerscope(options?: Options): (tree: any, file: any) => void;\nexport { remarkLayerscope };\nexport default remarkLayerscope;\n`,
  'markdown-it': `declare function markdownItLayerscope(md: any, options?: MarkdownItOptions): void;\nexport { markdownItLayerscope };\nexport default markdownItLayerscope;\n`,
};

export default defineConfig(({ mode }) => {
  if (!Object.hasOwn(declared, mode)) throw new Error(`There is no plug-in ${mode}: --mode is one of ${Object.keys(declared).join(', ')}.`);
  const types: Plugin = {
    name: 'layerscope:plug-in-types',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: `${mode}.d.ts`, source: `${readFileSync(join(source, 'options.ts'), 'utf8')}\n${declared[mode]}` });
    },
  };
  return {
    root,
    publicDir: false,
    plugins: [types],
    ssr: { noExternal: true },
    build: {
      ssr: join(source, `${mode}.ts`),
      outDir: join(root, 'build', 'plugins'),
      emptyOutDir: false,
      target: 'node20',
      minify: true,
      reportCompressedSize: false,
      // All in one module: what would be loaded later elsewhere is there at once.
      rolldownOptions: { checks: { ineffectiveDynamicImport: false }, output: { entryFileNames: `${mode}.js`, codeSplitting: false } },
    },
  };
});
