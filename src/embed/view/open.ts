/** An embed from its options: its language, its engine, its view. */
import type { Embed, MountOptions } from '../mount.ts';

export function openEmbed(target: ShadowRoot | HTMLElement, { source }: MountOptions): Promise<Embed> {
  return Promise.reject(new Error(`nothing shows a ${source.kind} in ${target.nodeName} yet`));
}
