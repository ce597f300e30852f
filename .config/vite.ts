import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/** Lessons are read in a worker too: the browser's variant of this package wants a document. */
const references = fileURLToPath(new URL('../node_modules/decode-named-character-reference/index.js', import.meta.url));

export default defineConfig({
  plugins: [sveltekit()],
  resolve: { alias: { 'decode-named-character-reference': references } },
  worker: { format: 'es' },
  server: { fs: { strict: true } },
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
