/** Pushing, at once: how the engine has it outside a page. */
import { pushPart } from './push-part.ts';
import { push } from './push.ts';

pushPart.provide(push);
