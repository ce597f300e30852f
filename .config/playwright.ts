import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './chromium.mjs';

const port = Number(process.env.PORT ?? 4179);

export default defineConfig({
  testDir: '../tests/browser',
  outputDir: '../test-results',
  testMatch: '**/*.spec.ts',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  webServer: {
    command: `npx vite preview --config .config/vite.ts --port ${port} --strictPort`,
    cwd: '..',
    port,
    reuseExistingServer: false,
  },
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // Filling it would take what the journeys need; the one about it allows it.
    serviceWorkers: 'block',
    launchOptions: { executablePath: await findChromium(), args: chromiumArgs },
  },
});
