import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { npmLock } from '../npm-lock.ts';
import { lockRows } from './lock-rows.ts';

/** The manifest in its version `1.4.<patch>`. */
export const manifest = (patch: number | string) => `{
  "name": "shop-api",
  "version": "1.4.${patch}",
  "private": true,
  "type": "module",
  "scripts": {
    "start": "node src/server.js",
    "test": "vitest run",
    "lint": "eslint ."
  },
  "dependencies": {
    "express": "^5.1.0",
    "pg": "^8.16.0",
    "pino": "^9.7.0",
    "zod": "^3.25.0"
  },
  "devDependencies": {
    "eslint": "^9.30.0",
    "vitest": "^3.2.4"
  }
}
`;

/** The lock file for that manifest. */
export const lock = npmLock(manifest(0), lockRows);

const server = `import { app } from './app.js';
import { logger } from './logger.js';

const port = Number(process.env.PORT ?? 3000);

app.listen(port, () => logger.info({ port }, 'listening'));
`;

/** The application; `{message}` is what it answers at its root. */
export const app = (message: string) => `import express from 'express';
import { orders } from './routes/orders.js';
import { products } from './routes/products.js';

export const app = express();

app.use(express.json());
app.use('/orders', orders);
app.use('/products', products);
app.get('/', (request, response) => {
  response.json({ message: '${message}' });
});
`;

const orders = `import { Router } from 'express';
import { z } from 'zod';
import { database } from '../database.js';

const Order = z.object({ product: z.string().uuid(), amount: z.number().int().positive() });

export const orders = Router();

orders.post('/', async (request, response) => {
  const { product, amount } = Order.parse(request.body);
  const { rows } = await database.query('insert into orders (product, amount) values ($1, $2) returning id', [product, amount]);
  response.status(201).json(rows[0]);
});
`;

const products = `import { Router } from 'express';
import { database } from '../database.js';

export const products = Router();

products.get('/', async (request, response) => {
  const { rows } = await database.query('select id, name, price from products order by name');
  response.json(rows);
});
`;

/** A test; `{title}` is its title. */
export const test = (title: string) => `import { expect, test } from 'vitest';
import { Order } from '../src/routes/orders.js';

test('${title}', () => {
  expect(() => Order.parse({ product: 'x', amount: 0 })).toThrow();
});
`;

/** The README with a closing line. */
export const readme = (line: string) => `# shop-api

Orders and products of a small shop.

    npm install
    npm start

${line}
`;

/** The project as it lies on a developer's disk: what was installed and committed there included. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/index': { size: 9_400 },
  '.git/objects/pack/pack-7c1a90f2.pack': { size: 6_040_000, mode: 0o444 },
  'README.md': { text: readme('Ask in #shop before you deploy.') },
  'eslint.config.js': { text: "import js from '@eslint/js';\n\nexport default [js.configs.recommended];\n" },
  'node_modules/.cache/eslint.json': { size: 412_000 },
  'node_modules/@esbuild/darwin-arm64/bin/esbuild': { size: 10_100_000, mode: 0o755 },
  'node_modules/development.files': { size: 82_000_000 },
  'node_modules/production.files': { size: 7_300_000 },
  'package-lock.json': { text: lock },
  'package.json': { text: manifest(0) },
  'src/app.js': { text: app('hello') },
  'src/database.js': { text: "import pg from 'pg';\n\nexport const database = new pg.Pool({ connectionString: process.env.DATABASE_URL });\n" },
  'src/logger.js': { text: "import { pino } from 'pino';\n\nexport const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' });\n" },
  'src/reports/monthly.js': { size: 48_000 },
  'src/reports/yearly.js': { size: 61_000 },
  'src/routes/orders.js': { text: orders },
  'src/routes/products.js': { text: products },
  'src/server.js': { text: server },
  'test/fixtures/orders.json': { size: 54_000 },
  'test/orders.test.js': { text: test('an order has at least one piece') },
};
