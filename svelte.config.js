import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withFileList } from './.config/file-list.mjs';
import { withNotFound } from './.config/not-found.mjs';

/** Where the site will be: absolute addresses in its pages begin with it, and a path in it is where its files lie. */
const site = new URL(process.env.SITE_URL ?? 'http://localhost:4173');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: withFileList(withNotFound(adapter({ pages: 'build', assets: 'build', strict: true }), 'build'), 'build'),
    // The page does it itself when it has nothing better to do, and not in a frame (src/lib/offline).
    serviceWorker: { register: false },
    prerender: { origin: site.origin },
    paths: { base: /** @type {'' | `/${string}`} */ (site.pathname.replace(/\/$/, '')) },
  },
};
