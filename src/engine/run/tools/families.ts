/** The families of tools, each a part that a page loads when a command of it is run. */
import { Part } from '../../source/part.ts';
import type { Family } from './names.ts';
import type { Tool } from './tool.ts';

const part = (family: Family, load: () => Promise<readonly Tool[]>) => new Part(`tools/${family}`, load);

export const families: Readonly<Record<Family, Part<readonly Tool[]>>> = {
  accounts: part('accounts', async () => (await import('./families/accounts.ts')).accountTools),
  alpine: part('alpine', async () => [(await import('./system/apk.ts')).apk]),
  archives: part('archives', async () => (await import('./families/archives.ts')).archiveTools),
  debian: part('debian', async () => (await import('./system/debian.ts')).debianTools),
  dotnet: part('dotnet', async () => (await import('./dotnet/index.ts')).dotnetTools),
  elixir: part('elixir', async () => (await import('./elixir/index.ts')).elixirTools),
  everyday: part('everyday', async () => (await import('./families/everyday.ts')).everydayTools),
  go: part('go', async () => (await import('./go/index.ts')).goTools),
  java: part('java', async () => (await import('./java/index.ts')).javaTools),
  native: part('native', async () => (await import('./native/index.ts')).nativeTools),
  node: part('node', async () => (await import('./node/index.ts')).nodeTools),
  php: part('php', async () => (await import('./php/index.ts')).phpTools),
  python: part('python', async () => (await import('./python/index.ts')).pythonTools),
  ruby: part('ruby', async () => (await import('./ruby/index.ts')).rubyTools),
  rust: part('rust', async () => (await import('./rust/index.ts')).rustTools),
  system: part('system', async () => (await import('./system/index.ts')).systemTools),
  text: part('text', async () => (await import('./families/text.ts')).textTools),
};
