/** English for what is opened later: loaded when the page is alive. */
import { advice } from './advice.ts';
import { course } from './course.ts';
import { duel } from './duel.ts';
import { element } from './element.ts';
import { embedding } from './embedding.ts';
import { embed } from './embed.ts';
import { exercise } from './exercise.ts';
import { fidelity } from './fidelity.ts';
import { frame } from './frame.ts';
import { gallery } from './gallery.ts';
import { image } from './image.ts';
import { importing } from './import.ts';
import { keys } from './keys.ts';
import { layers } from './layers.ts';
import { learn } from './learn.ts';
import { misconceptions } from './misconceptions.ts';
import { narrate } from './narrate.ts';
import { offline } from './offline.ts';
import { picture } from './picture.ts';
import { predict } from './predict.ts';
import { present } from './present.ts';
import { prove } from './prove.ts';
import { radius } from './radius.ts';
import { reference } from './reference.ts';
import { registry } from './registry.ts';
import { teach } from './teach.ts';
import { share } from './share.ts';
import { terminal } from './terminal.ts';
import { timeline } from './timeline.ts';
import { write } from './write.ts';

export const later = {
  ...advice,
  ...course,
  ...duel,
  ...element,
  ...embedding,
  ...embed,
  ...exercise,
  ...fidelity,
  ...frame,
  ...gallery,
  ...image,
  ...importing,
  ...keys,
  ...layers,
  ...learn,
  ...misconceptions,
  ...narrate,
  ...offline,
  ...picture,
  ...predict,
  ...present,
  ...prove,
  ...radius,
  ...reference,
  ...registry,
  ...teach,
  ...share,
  ...terminal,
  ...timeline,
  ...write,
} as const;
