/** What `docker buildx imagetools create` prints while it names what lies in registries: a vertex for each repository. */
import { createTags, type CreateRequest, type CreatedRepository } from '../../registry/index.ts';
import type { Session } from '../session.ts';

/** Makes the names; the exit code. */
export function createTag(session: Session, asked: Pick<CreateRequest, 'sources' | 'tags' | 'preferIndex' | 'append'>, dryRun: boolean): number {
  const { machine } = session.process;
  const began = machine.elapsed;
  const created = createTags(session.state.registries, { ...session.caller, ...asked }, dryRun);
  session.state = { ...session.state, registries: created.registries };
  session.messages = [...session.messages, ...created.messages.map((message) => ({ ...message, time: message.time + began }))];
  const until = (time: number): void => machine.advance(Math.max(0, began + time - machine.elapsed));
  created.repositories.forEach((repository, at) => {
    const failed = created.error !== undefined && at === created.repositories.length - 1;
    print(session, repository, at + 1, created.target?.digest ?? '', until, failed ? created.error : undefined);
  });
  until(created.duration);
  if (created.error !== undefined) return session.err(`ERROR: ${created.error}\n`);
  if (dryRun) session.out(`${created.target?.text ?? ''}\n`);
  return 0;
}

/** One vertex in plain progress. */
function print(session: Session, { name, copied, tags, time, duration }: CreatedRepository, number: number, digest: string, until: (time: number) => void, error: string | undefined): void {
  const log = (at: number, text: string): void => {
    until(at);
    session.err(`#${number} ${((at - time) / 1000).toFixed(3)} ${text}\n`);
  };
  until(time);
  session.err(`#${number} [internal] pushing ${name}\n`);
  for (const copy of copied) log(time, `copying ${copy.digest} from ${copy.source} to ${name}`);
  for (const tag of tags) log(tag.time, `pushing ${digest} to ${tag.name}`);
  until(time + duration);
  session.err(`#${number} ${error === undefined ? `DONE ${(duration / 1000).toFixed(1)}s` : `ERROR: ${error}`}\n\n`);
}
