// The tools that open our archives for real: skopeo, and a registry on the loopback.
import { existsSync } from 'node:fs';
import { run } from './install.mjs';

const tools = ['skopeo', 'docker-registry'];

/** Installs Debian's packages where we may and they are missing; without them the tests that need them say so. */
export function provideSkopeo() {
  const missing = tools.filter((name) => !existsSync(`/usr/bin/${name}`));
  if (missing.length === 0) return;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    console.log(`No ${missing.join(' and no ')} here: archives are not opened by real tools.`);
    return;
  }
  console.log(`Installing ${missing.join(' and ')} for the tests of archives…`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] });
}
