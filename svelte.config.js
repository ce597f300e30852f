import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withFileList } from './.config/file-list.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: withFileList(adapter({ pages: 'build', assets: 'build', strict: true }), 'build'),
    // The page does it itself when it has nothing better to do, and not in a frame (src/lib/offline).
    serviceWorker: { register: false },
  },
};
