/** A source with a workbench over it and an engine that has opened it. */
import { unopened } from '#lib/learn/state/place.ts';
import { Workbench } from '#lib/state/workbench.svelte.ts';
import { EngineClient, type WorkerLike } from '#lib/worker/client.ts';
import { beginningOf, unknownScene, type Beginning } from './session-source.ts';
import type { Source } from './vocabulary.ts';

export interface Opened {
  readonly bench: Workbench;
  readonly client: EngineClient;
  readonly beginning: Beginning;
}

/** Rejects with a `Refusal` where the source cannot be shown; no engine is left then. `file`: opened beside the Dockerfile. */
export async function begin(source: Source, spawn: (name: string) => WorkerLike, file: string | undefined): Promise<Opened> {
  const beginning = await beginningOf(source);
  const { log, scenario, look } = beginning;
  const blank = scenario ?? { slug: log.scenario, title: '', about: '', files: {}, dockerfile: 'Dockerfile', options: {}, begins: 0 };
  const bench = new Workbench(unopened(blank), undefined, {}, false);
  const client = new EngineClient({ spawn, log, scenario, onrestart: (text) => (bench.notice = { kind: 'info', text }) });
  try {
    await bench.connect(client, log, look?.file ?? file);
    // An engine that does not know the name begins with another scene.
    if (!scenario && bench.snapshot.scenario.slug !== log.scenario) throw unknownScene(log.scenario);
  } catch (error) {
    client.close();
    throw error;
  }
  return { bench, client, beginning };
}
