/** `Are you sure?`: there is nobody to ask while a line runs, so that an answer has to come with it. */
import { readLine } from '../../run/system/process.ts';
import type { Session } from '../session.ts';

/** Whether standard input says yes (`yes | docker …`); without an answer docker goes on as if it were no, and a note says what to type. */
export function confirmed(session: Session, question: string, end = ''): boolean {
  session.out(`${question} [y/N] `);
  const answer = (readLine(session.process.stream(0)) ?? '').trim().toLowerCase();
  session.out(`${answer}\n${end}`);
  if (answer === 'y' || answer === 'yes') return true;
  if (answer === '') session.err('Nothing was removed: questions are not asked here, so add --force to say yes.\n');
  return false;
}
