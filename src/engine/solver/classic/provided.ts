/** The classic builder, at once: how the engine has it outside a page. */
import { buildClassic } from './build.ts';
import { classicBuilder } from './part.ts';

classicBuilder.provide(buildClassic);
