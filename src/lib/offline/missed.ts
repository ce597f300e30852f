/** What was looked for at an address that is not there. */
import type { Message } from '#engine/source/message.ts';

/** `path`: below the site's root, as the address has it. Scenes and lessons are named; of anything else its path is told. */
export function missed(path: string): Message {
  const [, folder, slug] = /^(e|embed|l|learn)\/([^/]+)\/?$/.exec(path) ?? [];
  if (slug === undefined) return { id: 'offline.no-page-at', values: { page: `/${plain(path)}` } };
  return { id: folder === 'e' || folder === 'embed' ? 'offline.no-scene' : 'offline.no-lesson', values: { name: plain(slug) } };
}

/** Without escapes, where they can be read. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
