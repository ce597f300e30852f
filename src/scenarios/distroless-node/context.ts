import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { npmLock } from '../npm-lock.ts';
import { lockRows } from './lock-rows.ts';

const manifest = `{
  "name": "hooks",
  "version": "1.2.0",
  "private": true,
  "type": "module",
  "scripts": {
    "start": "node server.js"
  },
  "dependencies": {
    "express": "^5.1.0"
  }
}
`;

/** The lock file for that manifest. */
export const lock = npmLock(manifest, lockRows);

const server = `import express from 'express';
import { deliver } from './src/deliver.js';

const app = express();

app.post('/hooks/:name', express.json(), async (request, response) => {
  await deliver(request.params.name, request.body);
  response.sendStatus(202);
});

app.listen(Number(process.env.PORT ?? 8080));
`;

/** The part that passes calls on, and tries that many times. */
export const deliver = (times: number | string) => `const targets = new Map(Object.entries(JSON.parse(process.env.TARGETS ?? '{}')));

export async function deliver(name, body) {
  const target = targets.get(name);
  for (let attempt = 1; target && attempt <= ${times}; attempt++) {
    const response = await fetch(target, { method: 'POST', body: JSON.stringify(body) });
    if (response.ok) return;
  }
}
`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-2b9f6d10.pack': { size: 740_000, mode: 0o444 },
  'README.md': { text: '# hooks\n\nPasses web hooks on.\n\n    npm install\n    npm start\n' },
  'node_modules/production.files': { size: 2_320_000 },
  'package-lock.json': { text: lock },
  'package.json': { text: manifest },
  'server.js': { text: server },
  'src/deliver.js': { text: deliver(3) },
};
