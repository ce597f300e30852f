/** What a build pushes with. */
import '#provided/push';
import { pushPart } from './push-part.ts';
import type { Registries } from './registries.ts';
import type { PushRequest, PushResult } from './transfer.ts';

/** As `push`; throws `MissingPart` where that is not loaded yet. */
export const push = (registries: Registries, request: PushRequest): PushResult => pushPart.value(registries, request);
