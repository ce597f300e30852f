import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { engineChunks } from './engine-chunks.ts';
import { staticHost } from './static-host.ts';

/** Lessons are read in a worker too: the browser's variant of this package wants a document. */
const references = fileURLToPath(new URL('../node_modules/decode-named-character-reference/index.js', import.meta.url));

/** Where everything is there from the start, parts that a page loads on demand are imported in both ways, and are meant to be. */
const checks = { ineffectiveDynamicImport: false };

export default defineConfig({
  plugins: [sveltekit(), staticHost()],
  resolve: { alias: { 'decode-named-character-reference': references } },
  worker: { format: 'es', plugins: () => [engineChunks()], rolldownOptions: { checks } },
  build: { rolldownOptions: { checks } },
  server: { fs: { strict: true } },
  // Scripts of the embed are loaded by pages of other origins, also by those that have none.
  preview: { cors: { origin: '*' } },
  test: {
    expect: { requireAssertions: true },
    // A machine under load must not fail a test: nothing here is about time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: { name: 'dom', environment: 'jsdom', include: ['src/**/*.svelte.test.ts'], setupFiles: ['src/messages/rest.ts'] },
      },
    ],
  },
});
