import { blob, folder, link, program, text, type Files } from './tree.ts';

const entrypoint = `#!/bin/sh
set -e

# Run command with node if the first argument contains a "-" or is not a system command. The last
# part inside the "{}" is a workaround for the following bug in ash/dash:
# https://bugs.debian.org/cgi-bin/bugreport.cgi?bug=874264
if [ "\${1#-}" != "\${1}" ] || [ -z "$(command -v "\${1}")" ] || { [ -f "\${1}" ] && ! [ -x "\${1}" ]; }; then
  set -- node "$@"
fi

exec "$@"
`;

/** Node.js, npm and yarn under /usr/local and /opt, and the user `node`. */
export function nodeFiles(version: string, system: 'debian' | 'alpine'): Files {
  const modules = 'usr/local/lib/node_modules';
  return {
    'home/node': folder(0o755, { uid: 1000, gid: 1000 }),
    'usr/local/bin/docker-entrypoint.sh': text(entrypoint, { mode: 0o755 }),
    'usr/local/bin/node': program(system === 'alpine' ? 101_000_000 : 98_000_000, `node ${version}`),
    'usr/local/bin/nodejs': link('/usr/local/bin/node'),
    'usr/local/bin/npm': link('../lib/node_modules/npm/bin/npm-cli.js'),
    'usr/local/bin/npx': link('../lib/node_modules/npm/bin/npx-cli.js'),
    'usr/local/bin/corepack': link('../lib/node_modules/corepack/dist/corepack.js'),
    'usr/local/bin/yarn': link('/opt/yarn-v1.22.22/bin/yarn'),
    'usr/local/bin/yarnpkg': link('/opt/yarn-v1.22.22/bin/yarnpkg'),
    [`${modules}/npm/bin/npm-cli.js`]: program(3_000, 'npm-cli.js'),
    [`${modules}/npm/bin/npx-cli.js`]: program(3_000, 'npx-cli.js'),
    [`${modules}/npm/lib/cli.js`]: blob(9_800_000, 'npm'),
    [`${modules}/corepack/dist/corepack.js`]: program(3_000, 'corepack.js'),
    ...Object.fromEntries(['pnpm', 'pnpx', 'yarn', 'yarnpkg'].map((name) => [`${modules}/corepack/dist/${name}.js`, program(300, `corepack ${name}`)])),
    'opt/yarn-v1.22.22/bin/yarn': program(1_000, 'yarn'),
    'opt/yarn-v1.22.22/bin/yarnpkg': program(1_000, 'yarnpkg'),
    'opt/yarn-v1.22.22/lib/cli.js': blob(5_000_000, 'yarn'),
  };
}
