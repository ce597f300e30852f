/** The rest of English. Pages of the workbench load it when they are alive; pages that say it at first import it. */
import { later } from './en/later.ts';
import { learn } from './translate.ts';

learn(later);
