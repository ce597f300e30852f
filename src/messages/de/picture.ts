/** German. */
import type { Translation } from '../catalogue.ts';
import type { picture as english } from '../en/picture.ts';

export const picture: Translation<typeof english> = {
  'picture.modelled': 'Modelliert: folgt einem Modell des Befehls, nicht seiner Ausführung.',
};
