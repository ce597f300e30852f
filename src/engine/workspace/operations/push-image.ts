/** `--push`: BuildKit's own push of what it has just made (`util/push`), as later vertices of the build. */
import { emptyImageStore, parseReference, putImage, type NewImage } from '../../image/index.ts';
import type { RegistryMessage, Registries } from '../../registry/index.ts';
import { push } from '../../registry/pushing.ts';
import { imageVertex } from '../../solver/export/export.ts';
import type { LaterVertex } from '../../solver/continued.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { callerOf } from './resolver.ts';

/** What came of pushing. */
export interface Pushed {
  readonly registries: Registries;
  readonly messages: readonly RegistryMessage[];
  readonly vertices: readonly LaterVertex[];
}

/** Pushes an image under full names, one after the other; the first error ends it. Times are since the push began. */
export function pushImage(state: State, world: World, image: NewImage, names: readonly string[]): Pushed {
  const caller = callerOf(state, world);
  let { registries } = state;
  let at = 0;
  let error: string | undefined;
  const messages: RegistryMessage[] = [];
  const statuses: LaterVertex['statuses'][number][] = [];
  const tokens: LaterVertex[] = [];
  for (const name of names) {
    const store = putImage(emptyImageStore, image, [name], state.now);
    const pushed = push(registries, { ...caller, store, ref: name, client: 'buildkit' });
    ({ registries } = pushed);
    const begun = at;
    messages.push(...pushed.messages.map((message) => ({ ...message, time: message.time + begun })));
    const blobsEnd = Math.max(0, ...pushed.messages.filter(({ about }) => about === 'blob' || about === 'upload' || about === 'mount').map(({ time, duration }) => time + duration));
    statuses.push({ id: 'pushing layers', start: begun, end: begun + (pushed.ok ? blobsEnd : pushed.duration) });
    if (pushed.ok) statuses.push({ id: `pushing manifest for ${name}@${image.target.digest}`, start: begun + blobsEnd, end: begun + pushed.duration });
    const token = pushed.messages.find(({ about, status }) => about === 'token' && status === 200);
    if (token && caller.logins.size > 0) tokens.push({ name: tokenName(name, pushed.messages), start: begun + token.time, duration: token.duration, statuses: [] });
    at += pushed.duration;
    if (pushed.error !== undefined) {
      error = `failed to push ${name}: ${pushed.error}`;
      break;
    }
  }
  return { registries, messages, vertices: [...tokens, { name: imageVertex, duration: at, statuses, ...(error !== undefined && { error }) }] };
}

/** `[auth] me/app:pull,push token for ghcr.io` (BuildKit `session/auth/authprovider`). */
function tokenName(name: string, messages: readonly RegistryMessage[]): string {
  const ref = parseReference(name);
  const host = messages.find(({ about }) => about !== 'token')?.host ?? '';
  return `[auth] ${'error' in ref ? name : ref.path}:pull,push token for ${host}`;
}
