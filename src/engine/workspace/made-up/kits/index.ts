/** Every kit, in the order in which they are asked; the plain one fits where none other does. */
import { cmake } from './cmake.ts';
import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { gradle } from './gradle.ts';
import { hugo } from './hugo.ts';
import type { Kit } from './kit.ts';
import { make } from './make.ts';
import { maven } from './maven.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { plain } from './plain.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { site } from './site.ts';

export const kits: readonly Kit[] = [cmake, dotnet, go, gradle, hugo, maven, node, php, python, ruby, rust, site, make];
export { plain };
export type { Hints, Kit } from './kit.ts';
