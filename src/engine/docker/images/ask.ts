/** A question to a registry: its messages are kept, and its time passes. */
import type { QueryError, RemoteManifest } from '../../registry/queries.ts';
import type { Session } from '../session.ts';

/** The answer itself. */
export function ask(session: Session, answer: RemoteManifest | QueryError): RemoteManifest | QueryError {
  const shift = session.process.machine.elapsed;
  session.messages = [...session.messages, ...answer.messages.map((message) => ({ ...message, time: message.time + shift }))];
  session.process.machine.advance(answer.duration);
  return answer;
}
