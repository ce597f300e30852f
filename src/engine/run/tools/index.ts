/** All tools, family by family. */
import { dotnetTools } from './dotnet/index.ts';
import { elixirTools } from './elixir/index.ts';
import { accountTools } from './families/accounts.ts';
import { archiveTools } from './families/archives.ts';
import { everydayTools } from './families/everyday.ts';
import { textTools } from './families/text.ts';
import { goTools } from './go/index.ts';
import { javaTools } from './java/index.ts';
import { nativeTools } from './native/index.ts';
import { nodeTools } from './node/index.ts';
import type { Family } from './names.ts';
import { phpTools } from './php/index.ts';
import { pythonTools } from './python/index.ts';
import { rubyTools } from './ruby/index.ts';
import { rustTools } from './rust/index.ts';
import { apk } from './system/apk.ts';
import { debianTools } from './system/debian.ts';
import { systemTools } from './system/index.ts';
import type { Tool } from './tool.ts';

export const toolsOf: Readonly<Record<Family, readonly Tool[]>> = {
  accounts: accountTools,
  alpine: [apk],
  archives: archiveTools,
  debian: debianTools,
  dotnet: dotnetTools,
  elixir: elixirTools,
  everyday: everydayTools,
  go: goTools,
  java: javaTools,
  native: nativeTools,
  node: nodeTools,
  php: phpTools,
  python: pythonTools,
  ruby: rubyTools,
  rust: rustTools,
  system: systemTools,
  text: textTools,
};

export const TOOLS: readonly Tool[] = Object.values(toolsOf).flat();
