/** A misconception shown in its scene, opened by a link: `/e/go-two-stages/?demo=mtime-breaks-cache`. Nothing of it is kept. */
import { misconceptionOf } from '#engine/insight/misconceptions/index.ts';
import { emptyLog, record } from '#engine/workspace/log.ts';
import { EngineClient } from '#lib/worker/client.ts';
import { spawnEngine } from '#lib/worker/spawn.ts';
import { t, text } from '#messages/index.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Connects a workbench to the demonstration's builds, and plays the last; the function that is given back ends its worker. */
export function startDemo(bench: Workbench, id: string): () => void {
  let client: EngineClient | undefined;
  let ended = false;
  void (async () => {
    const { slug } = bench.snapshot.scenario;
    const misconception = misconceptionOf(id);
    const demo = misconception?.demo.scene === slug ? misconception.demo : undefined;
    const log = (demo?.actions ?? []).reduce(record, emptyLog(slug));
    client = new EngineClient({ spawn: spawnEngine, log, onlog: () => undefined, onrestart: (said) => (bench.notice = { kind: 'info', text: said }) });
    if (ended) return client.close();
    await bench.connect(client, log);
    if (!misconception || !demo) {
      bench.notice = { kind: 'problem', text: t('predict.demo-missing', { id }) };
      return;
    }
    bench.look(bench.snapshot.builds.length);
    bench.select(demo.shows?.step);
    bench.notice = { kind: 'info', text: text({ id: misconception.truth }) };
    // In its turn: the record is there when the playback begins.
    await bench.ask('record', { build: bench.snapshot.builds.length });
    bench.played++;
  })();
  return () => {
    ended = true;
    client?.close();
  };
}
