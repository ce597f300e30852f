import type { Translation } from '../catalogue.ts';
import type { advice as english } from '../en/advice.ts';

export const advice: Translation<typeof english> = {
  'advice.tab': 'Hinweise',
  'advice.context-not-ignored-hint': '<code>{patterns}</code> in <code>{file}</code> aufnehmen: Ein Commit oder eine Installation außerhalb würde sonst alles darunter neu ausführen.',
};
