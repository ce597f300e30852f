// A Chromium for the browser tests: one that is there already, or one installed now.
import { existsSync } from 'node:fs';
import { run } from './install.mjs';

/** Flags that keep a headless Chromium quiet on a machine without a network or a display. */
export const chromiumArgs = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Path of an installed Chromium, or undefined. CHROMIUM_PATH wins. */
export async function findChromium() {
  const { chromium } = await import('playwright');
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...usual].find((path) => path && existsSync(path));
}

/** Finds a Chromium or installs one: Debian's package where we may, else Playwright's download. */
export async function provideChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one for the browser tests…');
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] });
  } else {
    run('npx', ['playwright', 'install', 'chromium']);
  }
  return findChromium();
}
