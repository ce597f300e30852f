import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { npmLock } from '../npm-lock.ts';
import { lockRows } from './lock-rows.ts';

const manifest = `{
  "name": "storefront",
  "version": "2.3.0",
  "private": true,
  "scripts": {
    "dev": "next dev",
    "build": "next build",
    "start": "next start"
  },
  "dependencies": {
    "next": "^16.0.0",
    "react": "^19.2.0",
    "react-dom": "^19.2.0"
  },
  "devDependencies": {
    "@types/node": "^22.0.0",
    "@types/react": "^19.2.0",
    "typescript": "^5.9.0"
  }
}
`;

/** The lock file for that manifest. */
export const lock = npmLock(manifest, lockRows);

const layout = `import type { ReactNode } from 'react';
import './globals.css';

export const metadata = { title: process.env.NEXT_PUBLIC_SHOP_NAME };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

/** The first page with that greeting. */
export const home = (greeting: string) => `import Link from 'next/link';
import { offers } from '../lib/offers';

export default function Home() {
  return (
    <main>
      <img src="/logo.svg" alt="" width={96} height={96} />
      <h1>${greeting}</h1>
      <ul>{offers.map(({ name, price }) => <li key={name}>{name}: {price}</li>)}</ul>
      <Link href="/cart">Cart</Link>
    </main>
  );
}
`;

const cart = `export default function Cart() {
  return <h1>Your cart is empty</h1>;
}
`;

/** The configuration, with images kept for so many seconds. */
export const config = (seconds: number | string) => `import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  generateBuildId: () => 'storefront',
  images: { minimumCacheTTL: ${seconds} },
};

export default config;
`;

/** Values of a developer's machine; `{password}` is one that nobody else should read. */
export const localEnv = (password: string) => `NEXT_PUBLIC_SHOP_NAME=Corner Shop (local)
DATABASE_URL=postgres://dev:${password}@localhost/shop
`;

/** A picture that stands on every page, drawn with that radius. */
export const logo = (radius: number | string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="${radius}" fill="seagreen"/></svg>
`;

const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["dom", "dom.iterable", "esnext"],
    "module": "esnext",
    "moduleResolution": "bundler",
    "jsx": "react-jsx",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "plugins": [{ "name": "next" }]
  },
  "include": ["next-env.d.ts", "**/*.ts", "**/*.tsx"],
  "exclude": ["node_modules"]
}
`;

/** The project as it lies on a developer's disk, with an old build. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.env.local': { text: localEnv('swordfish') },
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-90b2ee17.pack': { size: 11_800_000, mode: 0o444 },
  '.next/cache/turbopack/old.sst': { size: 268_000_000 },
  '.next/server/app.js': { size: 9_400_000 },
  '.next/static/chunks/4bd1b696.js': { size: 22_600_000 },
  'README.md': { text: '# storefront\n\n    npm install\n    npm run dev\n' },
  'app/account/orders.tsx': { size: 64_000 },
  'app/account/page.tsx': { size: 41_000 },
  'app/cart/page.tsx': { text: cart },
  'app/checkout/page.tsx': { size: 58_000 },
  'app/globals.css': { text: 'body {\n  margin: 0;\n  font-family: system-ui, sans-serif;\n}\n' },
  'app/layout.tsx': { text: layout },
  'app/page.tsx': { text: home('Welcome') },
  'lib/offers.ts': { text: "export const offers = [\n  { name: 'Coffee', price: '8.90' },\n  { name: 'Tea', price: '6.50' },\n];\n" },
  'lib/prices.ts': { size: 18_000 },
  'next.config.ts': { text: config(60) },
  'node_modules/development.files': { size: 357_000_000 },
  'package-lock.json': { text: lock },
  'package.json': { text: manifest },
  'public/hero.avif': { size: 1_900_000 },
  'public/lookbook.mp4': { size: 6_100_000 },
  'public/logo.svg': { text: logo(40) },
  'tsconfig.json': { text: tsconfig },
};
