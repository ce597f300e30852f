import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { buildxVersion, dockerVersion } from '../cli/root.ts';
import { imageDiskUsage } from '../../image/index.ts';
import { template } from '../format/template.ts';
import { toJson, type Value } from '../format/value.ts';

/** `docker info`. */
export const infoCommand: Command = {
  paths: ['info', 'system info'],
  use: '[OPTIONS]',
  about: 'Display system-wide information',
  aliases: ['docker system info', 'docker info'],
  flags: `
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
`,
  takes: noArguments,
  run({ flags, session }) {
    const containers = [...(session.machine.containers?.values() ?? [])];
    const running = containers.filter((container) => container.running).length;
    const overlay2 = session.machine.builder.imageStore === 'overlay2';
    const images = imageDiskUsage(session.images, session.listOptions).total;
    const facts: Value = {
      ID: 'simulated', Containers: containers.length, ContainersRunning: running, ContainersPaused: 0, ContainersStopped: containers.length - running, Images: images,
      Driver: overlay2 ? 'overlay2' : 'overlayfs', DriverStatus: overlay2 ? [['Backing Filesystem', 'extfs']] : [['driver-type', 'io.containerd.snapshotter.v1']], LoggingDriver: 'json-file', CgroupDriver: 'systemd', CgroupVersion: '2',
      KernelVersion: '6.12.0', OperatingSystem: 'simulated', OSType: 'linux', Architecture: 'x86_64', NCPU: 2, MemTotal: 8_337_108_992, DockerRootDir: '/var/lib/docker', Name: session.machine.name, ServerVersion: dockerVersion,
      ClientInfo: { Version: dockerVersion, Context: 'default' },
    };
    const format = flags.text('format');
    if (format === 'json') {
      session.out(`${toJson(facts)}\n`);
      return 0;
    }
    if (format !== undefined && format !== '') {
      const read = template(format);
      if ('error' in read) return session.err(`template parsing error: ${read.error}\n`);
      const { text, error } = read.run(facts, { type: '*system.dockerInfo' });
      if (error !== undefined) return session.err(`template parsing error: ${error}\n`);
      session.out(`${text}\n`);
      return 0;
    }
    const user = session.machine.logins.get('docker.io')?.username;
    session.out(`Client: Docker Engine - simulated
 Version:    ${dockerVersion}
 Context:    default
 Debug Mode: false
 Plugins:
  buildx: Docker Buildx (Docker Inc.)
    Version:  ${buildxVersion}
    Path:     /usr/libexec/docker/cli-plugins/docker-buildx

Server:
 Containers: ${containers.length}
  Running: ${running}
  Paused: 0
  Stopped: ${containers.length - running}
 Images: ${images}
 Server Version: ${dockerVersion}
 Storage Driver: ${overlay2 ? 'overlay2\n  Backing Filesystem: extfs' : 'overlayfs\n  driver-type: io.containerd.snapshotter.v1'}
 Logging Driver: json-file
 Cgroup Driver: systemd
 Cgroup Version: 2
 Swarm: inactive
 Runtimes: io.containerd.runc.v2 runc
 Default Runtime: runc
 Init Binary: docker-init
 Kernel Version: 6.12.0
 Operating System: simulated
 OSType: linux
 Architecture: x86_64
 CPUs: 2
 Total Memory: 7.765GiB
 Name: ${session.machine.name}
 Docker Root Dir: /var/lib/docker
 Debug Mode: false
${user === undefined ? '' : ` Username: ${user}\n`} Experimental: false
 Insecure Registries:
  ::1/128
  127.0.0.0/8
 Live Restore Enabled: false

`);
    return 0;
  },
};
