/** `--progress=rawjson`: one JSON object a line for each message of the status stream (BuildKit `client.SolveStatus`). */
import { rfc3339 } from '../export/rfc3339.ts';
import { encodeBase64 } from '../keys/base64.ts';
import type { BuildRecord, StatusEvent } from '../record.ts';

/** All messages of a build, one a line. */
export function rawJsonProgress(record: BuildRecord): string {
  const time = (at: number): string => rfc3339(record.startedAt + at);
  const known = new Map(record.vertices.map((vertex) => [vertex.digest, vertex]));
  const message = (event: StatusEvent): object => {
    switch (event.type) {
      case 'vertex': {
        const vertex = known.get(event.vertex);
        return {
          vertexes: [{
            digest: event.vertex,
            inputs: vertex && vertex.inputs.length > 0 ? vertex.inputs : undefined,
            name: vertex?.name,
            started: event.started === undefined ? undefined : time(event.started),
            completed: event.completed === undefined ? undefined : time(event.completed),
            cached: event.cached || undefined,
            error: event.error,
            progressGroup: vertex?.group && { id: vertex.group.id, name: vertex.group.name, weak: vertex.group.weak || undefined },
          }],
        };
      }
      case 'status':
        return {
          statuses: [{
            id: event.id,
            vertex: event.vertex,
            total: event.total || undefined,
            current: event.current ?? 0,
            timestamp: time(event.time),
            started: event.started === undefined ? undefined : time(event.started),
            completed: event.completed === undefined ? undefined : time(event.completed),
          }],
        };
      case 'log':
        return { logs: [{ vertex: event.vertex, stream: event.stream, data: encodeBase64(event.text), timestamp: time(event.time) }] };
      case 'warning':
        return {
          warnings: [{
            vertex: event.vertex,
            level: 1,
            short: encodeBase64(event.message),
            url: event.url,
            range: event.lines?.map(([first, last]) => ({ start: { line: first }, end: { line: last } })),
          }],
        };
    }
  };
  return record.events.map((event) => `${JSON.stringify(message(event))}\n`).join('');
}
