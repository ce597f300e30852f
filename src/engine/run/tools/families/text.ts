/** Finding and rewriting: what reads lines, and what walks folders. */
import { awk } from '../awk/awk.ts';
import { cmp } from '../cmp.ts';
import { cut } from '../cut.ts';
import { dd } from '../dd.ts';
import { diff } from '../diff.ts';
import { du } from '../du.ts';
import { expr } from '../expr.ts';
import { find } from '../find.ts';
import { grep } from '../grep.ts';
import { head } from '../head.ts';
import { mkfifo } from '../mkfifo.ts';
import { od } from '../od.ts';
import { base64, fold, nl, paste, rev, tac } from '../rearrange.ts';
import { sed } from '../sed/sed.ts';
import { seq } from '../seq.ts';
import { sort } from '../sort.ts';
import { stat } from '../stat.ts';
import { tail } from '../tail.ts';
import { tee } from '../tee.ts';
import type { Tool } from '../tool.ts';
import { tr } from '../tr.ts';
import { truncate } from '../truncate.ts';
import { uniq } from '../uniq.ts';
import { wc } from '../wc.ts';
import { xargs } from '../xargs.ts';

export const textTools: readonly Tool[] = [
  awk, base64, cmp, cut, dd, diff, du, expr, find, fold, grep, head, mkfifo, nl, od, paste, rev, sed, seq, sort, stat, tac, tail, tee, tr, truncate,
  uniq, wc, xargs,
];
