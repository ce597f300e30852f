/** Every family of tools, at once: how the engine has them outside a page. */
import { families } from './families.ts';
import { toolsOf } from './index.ts';
import type { Family } from './names.ts';

for (const family of Object.keys(toolsOf) as Family[]) families[family].provide(toolsOf[family]);
