/** What a push or a pull leaves: registries, images, what was said on the wire, and the words on the screen. */
import type { PullResult, PushResult } from '../../registry/transfer.ts';
import type { Session } from '../session.ts';

/** Takes the result over and plays its lines; the exit code. */
export function transferred(session: Session, result: PullResult | PushResult): number {
  const shift = session.process.machine.elapsed;
  session.state = { ...session.state, registries: result.registries };
  session.images = result.store;
  session.messages = [...session.messages, ...result.messages.map((message) => ({ ...message, time: message.time + shift }))];
  const began = session.process.machine.elapsed;
  session.play(result.lines);
  session.process.machine.advance(began + result.duration - session.process.machine.elapsed);
  if (result.error === 'context canceled') session.process.machine.advance(1);
  const { interrupted = Infinity } = session.process.machine.request;
  if (!result.ok && session.process.machine.elapsed >= interrupted) session.process.machine.advance(1);
  return result.ok ? 0 : 1;
}

/** The moment of Ctrl-C, counted from now. */
export function stopAt(session: Session): { readonly stopAt?: number } {
  const { elapsed, request } = session.process.machine;
  return request.interrupted === undefined ? {} : { stopAt: Math.max(0, request.interrupted - elapsed) };
}
