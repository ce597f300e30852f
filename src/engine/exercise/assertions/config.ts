/** What the image says of itself: its config, its history, its environment. */
import type { ImageConfig } from '../../image/config.ts';
import type { Assertion, Finding } from '../assertion.ts';
import { imageOf } from '../image.ts';

const notBuilt: Finding = { holds: false, because: { id: 'exercise.not-built' } };
const holds: Finding = { holds: true };

export const config: Assertion<'config'> = {
  key: 'config',
  about: 'image',
  judge({ workspace, built }, wanted) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    for (const [field, value] of Object.entries(wanted)) {
      const now = fieldOf(image.config, field);
      if (now === undefined && value !== null) return { holds: false, because: { id: 'exercise.config-none', values: { field } } };
      if (now !== undefined && now !== value) return { holds: false, because: { id: 'exercise.config', values: { field, value: now } } };
    }
    return holds;
  },
};

/** A field as text; lists as JSON. */
function fieldOf({ config: own }: ImageConfig, field: string): string | undefined {
  const list = (value: readonly string[] | undefined) => (value ? JSON.stringify(value) : undefined);
  if (field === 'entrypoint') return list(own.Entrypoint);
  if (field === 'cmd') return list(own.Cmd);
  if (field === 'user') return own.User || undefined;
  if (field === 'workdir') return own.WorkingDir || undefined;
  if (field.startsWith('env.')) return own.Env?.find((entry) => entry.startsWith(`${field.slice(4)}=`))?.slice(field.length - 3);
  if (field.startsWith('label.')) return own.Labels?.[field.slice(6)];
  return undefined;
}

export const historyLacks: Assertion<'history-lacks'> = {
  key: 'history-lacks',
  about: 'image',
  judge({ workspace, built }, texts) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    const text = texts.find((each) => image.config.history?.some(({ created_by: by }) => by?.includes(each)));
    return text === undefined ? holds : { holds: false, because: { id: 'exercise.history', values: { text } } };
  },
};

export const envLacks: Assertion<'env-lacks'> = {
  key: 'env-lacks',
  about: 'image',
  judge({ workspace, built }, texts) {
    const image = imageOf(workspace, built);
    if (!image) return notBuilt;
    const text = texts.find((each) => image.config.config.Env?.some((entry) => entry.includes(each)));
    return text === undefined ? holds : { holds: false, because: { id: 'exercise.env', values: { text } } };
  },
};

export const lint: Assertion<'lint'> = {
  key: 'lint',
  about: 'image',
  judge({ built }, rules) {
    if (!built) return notBuilt;
    const found = built.record.diagnostics.find(({ code }) => rules.includes(code));
    return found ? { holds: false, because: { id: 'exercise.lint', values: { rule: found.code, message: found.message } } } : holds;
  },
};
