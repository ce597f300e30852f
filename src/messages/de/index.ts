/** German. */
import type { Language } from '../catalogue.ts';
import { actions } from './actions.ts';
import { advice } from './advice.ts';
import { course } from './course.ts';
import { duel } from './duel.ts';
import { editor } from './editor.ts';
import { element } from './element.ts';
import { embedding } from './embedding.ts';
import { embed } from './embed.ts';
import { exercise } from './exercise.ts';
import { fidelity } from './fidelity.ts';
import { files } from './files.ts';
import { frame } from './frame.ts';
import { gallery } from './gallery.ts';
import { graph } from './graph.ts';
import { history } from './history.ts';
import { image } from './image.ts';
import { importing } from './import.ts';
import { keys } from './keys.ts';
import { layers } from './layers.ts';
import { learn } from './learn.ts';
import { log } from './log.ts';
import { misconceptions } from './misconceptions.ts';
import { narrate } from './narrate.ts';
import { offline } from './offline.ts';
import { page } from './page.ts';
import { picture } from './picture.ts';
import { predict } from './predict.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import { prove } from './prove.ts';
import { radius } from './radius.ts';
import { reference } from './reference.ts';
import { registry } from './registry.ts';
import { scenes } from './scenes.ts';
import { state } from './state.ts';
import { tabs } from './tabs.ts';
import { teach } from './teach.ts';
import { share } from './share.ts';
import { terminal } from './terminal.ts';
import { timeline } from './timeline.ts';
import { why } from './why.ts';
import { widgets } from './widgets.ts';
import { write } from './write.ts';

export const german: Language = {
  tag: 'de',
  signs: { decimal: ',', group: '.' },
  messages: {
    ...actions,
    ...advice,
    ...course,
    ...duel,
    ...editor,
    ...element,
    ...embedding,
    ...embed,
    ...exercise,
    ...fidelity,
    ...files,
    ...frame,
    ...gallery,
    ...graph,
    ...history,
    ...image,
    ...importing,
    ...keys,
    ...layers,
    ...learn,
    ...log,
    ...misconceptions,
    ...narrate,
    ...offline,
    ...page,
    ...picture,
    ...predict,
    ...present,
    ...problems,
    ...prove,
    ...radius,
    ...reference,
    ...registry,
    ...scenes,
    ...state,
    ...tabs,
    ...teach,
    ...share,
  ...terminal,
    ...timeline,
    ...why,
    ...widgets,
    ...write,
  },
};
