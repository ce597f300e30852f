import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { npmLock } from '../npm-lock.ts';
import { lockRows } from './lock-rows.ts';

const manifest = `{
  "name": "recipes",
  "version": "0.8.0",
  "private": true,
  "type": "module",
  "scripts": {
    "dev": "vite",
    "build": "tsc --noEmit && vite build"
  },
  "dependencies": {
    "react": "^19.2.0",
    "react-dom": "^19.2.0"
  },
  "devDependencies": {
    "@types/react": "^19.2.0",
    "@types/react-dom": "^19.2.0",
    "@vitejs/plugin-react": "^6.0.0",
    "typescript": "^5.9.0",
    "vite": "^8.0.0"
  }
}
`;

/** The lock file for that manifest. */
export const lock = npmLock(manifest, lockRows);

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Recipes</title>
    <link rel="icon" href="/favicon.svg" />
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/src/main.tsx"></script>
  </body>
</html>
`;

const main = `import { createRoot } from 'react-dom/client';
import { App } from './App';
import './style.css';

createRoot(document.getElementById('root')!).render(<App />);
`;

/** The application under that heading. */
export const app = (heading: string) => `import { useState } from 'react';
import { RecipeList } from './recipes/RecipeList';
import { SearchField } from './SearchField';

export function App() {
  const [query, setQuery] = useState('');
  return (
    <main>
      <h1>${heading}</h1>
      <SearchField value={query} onChange={setQuery} />
      <RecipeList query={query} />
    </main>
  );
}
`;

const searchField = `interface Props {
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ value, onChange }: Props) {
  return <input type="search" value={value} onChange={(event) => onChange(event.target.value)} />;
}
`;

const recipeList = `import { useEffect, useState } from 'react';

interface Recipe {
  id: string;
  title: string;
}

export function RecipeList({ query }: { query: string }) {
  const [recipes, setRecipes] = useState<Recipe[]>([]);
  useEffect(() => {
    fetch('/api/recipes?q=' + encodeURIComponent(query))
      .then((response) => response.json())
      .then(setRecipes);
  }, [query]);
  return <ul>{recipes.map(({ id, title }) => <li key={id}>{title}</li>)}</ul>;
}
`;

/** The server's configuration, with files kept in browsers for so many days. */
export const nginxConf = (days: number | string) => `server {
    listen 80;
    root /usr/share/nginx/html;

    location /assets/ {
        expires ${days}d;
        add_header Cache-Control "public, immutable";
    }

    location / {
        try_files $uri /index.html;
    }
}
`;

/** The README with a closing line. */
export const readme = (line: string) => `# recipes

    npm install
    npm run dev

${line}
`;

const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "module": "esnext",
    "moduleResolution": "bundler",
    "jsx": "react-jsx",
    "strict": true,
    "skipLibCheck": true
  },
  "include": ["src"]
}
`;

const viteConfig = `import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [react()] });
`;

/** The project as it lies on a developer's disk. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-1d8e4b66.pack': { size: 2_310_000, mode: 0o444 },
  'README.md': { text: readme('Recipes are kept in another repository.') },
  'dist/assets/index-3f1c0a9d.js': { size: 2_640_000 },
  'dist/index.html': { size: 480 },
  'index.html': { text: page },
  'nginx.conf': { text: nginxConf(30) },
  'node_modules/development.files': { size: 96_000_000 },
  'package-lock.json': { text: lock },
  'package.json': { text: manifest },
  'public/favicon.svg': { text: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="tomato"/></svg>\n' },
  'src/App.tsx': { text: app('Recipes') },
  'src/SearchField.tsx': { text: searchField },
  'src/main.tsx': { text: main },
  'src/recipes/RecipeEditor.tsx': { size: 38_000 },
  'src/recipes/RecipeList.tsx': { text: recipeList },
  'src/recipes/units.ts': { size: 21_000 },
  'src/style.css': { text: 'body {\n  margin: 2rem auto;\n  max-width: 60ch;\n  font-family: system-ui, sans-serif;\n}\n' },
  'tsconfig.json': { text: tsconfig },
  'vite.config.ts': { text: viteConfig },
};
