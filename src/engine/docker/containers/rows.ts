/** `docker ps`: containers as rows of a list (docker `formatter/container.go`). */
import type { Container } from '../../workspace/container.ts';
import { ellipsis, goTime, humanDuration, shortId } from '../format/units.ts';
import type { Row, RowFormat } from '../format/rows.ts';

/** The list that `docker ps` prints. */
export const containerFormat: RowFormat = {
  type: '*formatter.ContainerContext',
  heads: { ID: 'CONTAINER ID', Image: 'IMAGE', Command: 'COMMAND', CreatedAt: 'CREATED AT', RunningFor: 'CREATED', Status: 'STATUS', State: 'STATE', Ports: 'PORTS', Names: 'NAMES', Size: 'SIZE', Labels: 'LABELS', Mounts: 'MOUNTS', Networks: 'NETWORKS', LocalVolumes: 'LOCAL VOLUMES' },
  table: '{{.ID}}\t{{.Image}}\t{{.Command}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}\t{{.Names}}',
};

/** `created`, `running`, `exited`. */
export const stateOf = ({ running, started }: Container): string => (running ? 'running' : started === undefined ? 'created' : 'exited');

/** `Up 2 minutes`, `Exited (0) 2 seconds ago`, `Created`. */
function statusOf(container: Container, now: number): string {
  const { running, started, finished, exitCode } = container;
  if (started === undefined) return 'Created';
  return running ? `Up ${humanDuration(now - started)}` : `Exited (${exitCode}) ${humanDuration(now - (finished ?? now))} ago`;
}

/** A container as a row; `whole` shows IDs and commands uncut. */
export function containerRow(container: Container, now: number, whole: boolean): Row {
  const command = container.args.join(' ');
  return {
    ID: whole ? container.id : shortId(container.id),
    Image: container.image,
    Command: `"${whole ? command : ellipsis(command, 20)}"`,
    CreatedAt: `${goTime(Math.floor(container.created / 1000) * 1000)}`,
    RunningFor: `${humanDuration(now - container.created)} ago`,
    Status: statusOf(container, now),
    State: stateOf(container),
    Ports: container.running ? container.ports.join(', ') : '',
    Names: container.name,
    Labels: Object.entries(container.labels).map(([key, value]) => `${key}=${value}`).join(','),
    Mounts: '',
    Networks: 'bridge',
    LocalVolumes: '0',
    Size: '0B',
  };
}
