import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { lockText } from './lock-text.ts';

const root = `{
  "name": "acme",
  "private": true,
  "packageManager": "pnpm@10.20.0"
}
`;

const workspace = `packages:
  - packages/*
injectWorkspacePackages: true
`;

const ui = `{
  "name": "@acme/ui",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "exports": "./src/index.js",
  "dependencies": { "clsx": "^2.1.1", "preact": "^10.27.0" }
}
`;

const api = `{
  "name": "@acme/api",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "scripts": { "build": "tsc", "start": "node dist/server.js" },
  "dependencies": { "hono": "^4.9.0", "@hono/node-server": "^1.19.0", "zod": "^3.25.0" },
  "devDependencies": { "@types/node": "^22.0.0", "typescript": "^5.9.0" }
}
`;

const web = `{
  "name": "@acme/web",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "scripts": { "build": "vite build" },
  "dependencies": { "@acme/ui": "workspace:*", "preact": "^10.27.0" },
  "devDependencies": { "vite": "^7.1.0" }
}
`;

/** The lock file, with preact in that version. */
export const lock = (preact: string) => lockText.replaceAll('10.29.8', preact);

/** The lock file with one more package of the workspace, that asks for `clsx` from that version on. */
export const lockWithAdmin = (clsx: string) => lockText.replace('\n  packages/ui:\n', `\n  packages/admin:\n    dependencies:\n      clsx:\n        specifier: ${clsx}\n        version: 2.1.1\n\n  packages/ui:\n`);

/** That package. */
export const admin = (clsx: string) => `{
  "name": "@acme/admin",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "dependencies": { "clsx": "${clsx}" }
}
`;

/** The server, with a greeting. */
export const server = (greeting: string) => `import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const app = new Hono();

app.get('/api/greeting', (context) => context.json({ greeting: '${greeting}' }));
app.use('/*', serveStatic({ root: './public' }));

serve({ fetch: app.fetch, port: 3000 });
`;

/** The page's program, below a heading. */
export const page = (heading: string) => `import { Button } from '@acme/ui';
import { h, render } from 'preact';

render(h('main', null, h('h1', null, '${heading}'), h(Button, { primary: true }, 'Refresh')), document.body);
`;

/** The shared button, of that class. */
export const button = (name: string) => `import { clsx } from 'clsx';
import { h } from 'preact';

export function Button({ primary, children }) {
  return h('button', { class: clsx('${name}', { primary }) }, children);
}
`;

const indexHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Acme</title>
  </head>
  <body>
    <script type="module" src="/src/main.js"></script>
  </body>
</html>
`;

const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "module": "nodenext",
    "outDir": "dist",
    "rootDir": "src",
    "strict": true,
    "types": ["node"]
  },
  "include": ["src"]
}
`;

/** The page about deploying, with a closing line. */
export const docs = (line: string) => `# Deploying

One image serves the site and its interface.

${line}
`;

/** The repository as it lies on a developer's disk, with packages installed at four places. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-e5b70c31.pack': { size: 8_900_000, mode: 0o444 },
  'docs/deploying.md': { text: docs('Ask in #acme first.') },
  'node_modules/.pnpm/all.files': { size: 58_000_000 },
  'package.json': { text: root },
  'packages/api/node_modules/.cache/typescript.tsbuildinfo': { size: 310_000 },
  'packages/api/package.json': { text: api },
  'packages/api/src/server.ts': { text: server('hello') },
  'packages/api/src/routes/orders.ts': { size: 33_000 },
  'packages/api/tsconfig.json': { text: tsconfig },
  'packages/ui/node_modules/.cache/styles.bin': { size: 120_000 },
  'packages/ui/package.json': { text: ui },
  'packages/ui/src/Button.js': { text: button('button') },
  'packages/ui/src/index.js': { text: "export { Button } from './Button.js';\n" },
  'packages/web/index.html': { text: indexHtml },
  'packages/web/node_modules/.vite/deps/preact.js': { size: 410_000 },
  'packages/web/package.json': { text: web },
  'packages/web/src/main.js': { text: page('Acme') },
  'packages/web/src/pages/catalogue.js': { size: 47_000 },
  'pnpm-lock.yaml': { text: lockText },
  'pnpm-workspace.yaml': { text: workspace },
};
