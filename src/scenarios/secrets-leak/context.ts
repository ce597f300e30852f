import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { npmLock } from '../npm-lock.ts';
import { lockRows } from './lock-rows.ts';

/** What the build is given to log in with. Invented, like every other secret here. */
export const token = 'acme-npm-5d41402abc4b';

const manifest = `{
  "name": "billing",
  "version": "2.0.0",
  "private": true,
  "type": "module",
  "dependencies": {
    "@acme/payments": "^3.1.0",
    "pino": "^9.7.0"
  }
}
`;

/** The lock file for that manifest. */
export const lock = npmLock(manifest, lockRows);

const npmrc = `@acme:registry=https://npm.acme.example/
//npm.acme.example/:_authToken=\${NPM_TOKEN}
`;

/** Local settings with that password in them. */
export const env = (password: string) => `DATABASE_URL=postgres://billing:${password}@db.acme.example/billing
`;

/** The program, with that greeting in its log. */
export const main = (greeting: string) => `import { connect } from '@acme/payments';
import { pino } from 'pino';

const log = pino();

await connect({ key: process.env.API_KEY, database: process.env.DATABASE_URL });
log.info('${greeting}');
`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  '.env': { text: env('correct-horse') },
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-c44a71e8.pack': { size: 1_320_000, mode: 0o444 },
  '.npmrc': { text: npmrc },
  'README.md': { text: '# billing\n\nSend questions, not passwords.\n' },
  'package-lock.json': { text: lock },
  'package.json': { text: manifest },
  'src/invoices.js': { size: 27_000 },
  'src/main.js': { text: main('ready') },
};
