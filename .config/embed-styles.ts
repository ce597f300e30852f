// All styles of the embed as one text in its script: a page with a strict policy takes a constructed style sheet and nothing else.
import { Buffer } from 'node:buffer';
import { transform } from 'lightningcss';
import { parse, type AtRule } from 'postcss';
import type { Plugin } from 'vite';

const name = 'virtual:embed-styles';
const placeholder = '__EMBED_STYLES__';
/** A style that is imported as one; as text (`?raw`) it is a module like any other. */
const isStyle = /\.css(?:$|\?(?!.*\b(?:raw|inline|url)\b))/;

/** Gives `virtual:embed-styles` the text of every style that the build meets, in the order of the modules. */
export function embedStyles(): Plugin {
  const styles = new Map<string, string>();
  let order: readonly string[] = [];
  return {
    name: 'layerscope:embed-styles',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(placeholder)};` : undefined),
    // After Vite has read the style and before it makes a module of it.
    transform: {
      filter: { id: isStyle },
      handler(code, id) {
        styles.set(id, code);
        return { code: '', map: null };
      },
    },
    renderStart() {
      const found: string[] = [];
      const seen = new Set<string>();
      const visit = (id: string): void => {
        if (seen.has(id)) return;
        seen.add(id);
        const module = this.getModuleInfo(id);
        for (const next of [...(module?.importedIds ?? []), ...(module?.dynamicallyImportedIds ?? [])]) visit(next);
        if (styles.has(id)) found.push(id);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id);
      order = found;
    },
    renderChunk(code) {
      const written = new RegExp(`["'\`]${placeholder}["'\`]`);
      if (!written.test(code)) return null;
      const text = forShadowTree(order.map((id) => styles.get(id)!).join('\n'));
      return { code: code.replace(written, () => JSON.stringify(text)), map: null };
    },
  };
}

/**
 * Styles of a page → styles of a shadow tree: its root is the host, its lengths do not depend on the host page's text size, it brings no
 * fonts, and a page may choose the fonts (`--layer-scope-font`, `--layer-scope-mono`). Minified.
 */
export function forShadowTree(css: string): string {
  const sheet = parse(css);
  sheet.walkAtRules('font-face', (rule) => void rule.remove());
  sheet.walkRules((rule) => {
    // Steps of an animation have no selectors.
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    const selectors = rule.selectors.filter((selector) => !/^(?:html|body)(?![\w-])/.test(selector)).map(toHost);
    if (selectors.length === 0) rule.remove();
    else rule.selectors = selectors;
  });
  sheet.walkDecls((declaration) => {
    declaration.value = inPixels(declaration.value);
    const font = fonts[declaration.prop];
    if (font !== undefined && !declaration.value.includes(font)) declaration.value = `var(${font}, ${declaration.value})`;
  });
  const { code } = transform({ filename: 'embed.css', code: Buffer.from(sheet.toString()), minify: true, targets });
  return code.toString();
}

/** Families of the tokens, and what a page calls them. */
const fonts: Readonly<Record<string, string>> = { '--sans': '--layer-scope-font', '--mono': '--layer-scope-mono' };

/** Browsers that know `light-dark()`: the tokens are written with it. */
const targets = { chrome: 123 << 16, firefox: 120 << 16, safari: (17 << 16) | (5 << 8) };

/** `:root[data-density]` → `:host([data-density])`; what stands before and behind it stays. */
const toHost = (selector: string): string => selector.replace(/:root((?:\[[^\]]*\]|:not\([^()]*\)|\.[\w-]+)*)/g, (_, rest: string) => (rest === '' ? ':host' : `:host(${rest})`));

const inPixels = (value: string): string => value.replace(/(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))rem\b/g, (_, number: string) => `${Number((Number(number) * 16).toFixed(4))}px`);
