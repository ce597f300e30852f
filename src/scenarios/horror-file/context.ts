import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { npmLock } from '../npm-lock.ts';
import { lockRows } from '../vite-nginx/lock-rows.ts';

const manifest = `{
  "name": "frontend",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "scripts": {
    "build": "vite build",
    "start": "vite preview --host"
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

/** What the backend needs; requests of that version. */
export const requirements = (requests: string) => `flask==3.1.2
gunicorn==23.0.0
requests==${requests}
`;

/** The backend, with that greeting. */
export const backend = (greeting: string) => `from flask import Flask

app = Flask(__name__, static_folder="../static")


@app.get("/api/greeting")
def greeting():
    return {"text": "${greeting}"}


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8000)
`;

/** The frontend, with that heading. */
export const frontend = (heading: string) => `import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')).render(<h1>${heading}</h1>);
`;

/** Ends with that remark. */
export const readme = (remark: string) => `# everything

It works on my machine.

${remark}
`;

const page = `<!doctype html>
<title>everything</title>
<div id="root"></div>
<script type="module" src="/src/main.jsx"></script>
`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  '.env': { text: 'DB_PASSWORD=hunter2\nPAYMENT_KEY=an-invented-key\n' },
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-0f1e2d3c.pack': { size: 120_000_000, mode: 0o444 },
  'README.md': { text: readme('Do not touch the Dockerfile.') },
  'backend/app.py': { text: backend('hello') },
  'backend/requirements.txt': { text: requirements('2.34.2') },
  'dump.sql': { size: 300_000_000 },
  'frontend/index.html': { text: page },
  'frontend/node_modules/everything.files': { size: 400_000_000 },
  'frontend/package-lock.json': { text: npmLock(manifest, lockRows) },
  'frontend/package.json': { text: manifest },
  'frontend/src/main.jsx': { text: frontend('Hello') },
  'frontend/vite.config.js': { text: "import react from '@vitejs/plugin-react';\n\nexport default { plugins: [react()] };\n" },
  id_rsa: { text: '-----BEGIN OPENSSH PRIVATE KEY-----\na stand-in, nobody has this key\n-----END OPENSSH PRIVATE KEY-----\n', mode: 0o600 },
};
