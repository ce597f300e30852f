/** `--secret`: values from files and variables (buildx `util/buildflags/secrets.go`). */
import { encodeUtf8 } from '../../source/utf8.ts';
import { isProblem, type Session } from '../session.ts';
import { failed, invalid, type BuildRefusal } from './refusal.ts';
import { csvFields, csvPairs } from './settings.ts';

/** Values by id; the scene's own where only an id is given. */
export function readSecrets(session: Session, secrets: readonly string[]): ReadonlyMap<string, Uint8Array> | BuildRefusal {
  const found = new Map<string, Uint8Array>();
  for (const [id, text] of Object.entries(session.world.scenario.secrets ?? {})) if (secrets.some((secret) => csvFields(secret).includes(`id=${id}`))) found.set(id, encodeUtf8(text));
  for (const secret of secrets) {
    const pairs = csvPairs(secret);
    if ('error' in pairs && typeof pairs.error === 'string') return invalid(pairs.error);
    const fields = pairs as ReadonlyMap<string, string>;
    const id = fields.get('id') ?? '';
    const path = fields.get('src') ?? fields.get('source');
    const variable = fields.get('env') ?? (path === undefined ? id : undefined);
    const value = variable === undefined ? undefined : session.variable(variable);
    if (path === undefined && value !== undefined) {
      found.set(id, encodeUtf8(value));
      continue;
    }
    if (path === undefined && found.has(id)) continue;
    const text = session.text(path ?? id);
    if (isProblem(text)) return failed(`failed to stat ${path ?? id}: stat ${path ?? id}: ${text.error}`);
    found.set(id, encodeUtf8(text));
  }
  return found;
}
