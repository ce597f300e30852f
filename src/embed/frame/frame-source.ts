/** What a frame shows, from its address: a link in the fragment, or the name of a scene or a lesson. */
import type { Source } from '../vocabulary.ts';

const name = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** The fragment comes first, then the path's scene, then the query. Undefined where there is nothing, or no name that could be one. */
export function frameSource({ hash, search, scene }: { readonly hash: string; readonly search: string; readonly scene?: string | undefined }): Source | undefined {
  if (/^#ls\d/.test(hash)) return { kind: 'link', link: hash.slice(1) };
  const query = new URLSearchParams(search);
  const asked = scene ?? query.get('scene') ?? undefined;
  if (asked !== undefined) return name.test(asked) ? { kind: 'scene', scene: asked } : undefined;
  const lesson = query.get('lesson');
  return lesson !== null && name.test(lesson) ? { kind: 'lesson', lesson } : undefined;
}

/** Origins that may connect: those that the query names as `origin`, also `null`, which a sandboxed page has. Undefined where it names none: then any may. */
export function allowedOrigins(search: string): readonly string[] | undefined {
  const given = new URLSearchParams(search).getAll('origin');
  if (given.length === 0) return undefined;
  return given.flatMap((one) => {
    if (one === 'null') return ['null'];
    const { origin } = URL.canParse(one) ? new URL(one) : { origin: 'null' };
    return origin === 'null' ? [] : [origin];
  });
}
