import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { buildxVersion, clientCommit, dockerVersion, serverCommit } from '../cli/root.ts';
import { template } from '../format/template.ts';
import { toJson, type Value } from '../format/value.ts';

/** `docker version`. */
export const versionCommand: Command = {
  paths: ['version'],
  use: '[OPTIONS]',
  about: 'Show the Docker version information',
  flags: `
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
`,
  takes: noArguments,
  run({ flags, session }) {
    const format = flags.text('format');
    if (format === undefined || format === '') {
      session.out(plain);
      return 0;
    }
    if (format === 'json') {
      session.out(`${toJson(facts)}\n`);
      return 0;
    }
    const read = template(format);
    if ('error' in read) return session.err(`template parsing error: ${read.error}\n`);
    const { text, error } = read.run(facts, { type: 'system.versionInfo' });
    if (error !== undefined) return session.err(`template parsing error: ${error}\n`);
    session.out(`${text}\n`);
    return 0;
  },
};

const api = '1.51';
const go = 'go1.25.3';
const built = 'Wed Nov  5 14:43:33 2025';

/** The version whose words, tables and messages are simulated. */
const facts: Value = {
  Client: { Version: dockerVersion, ApiVersion: api, DefaultAPIVersion: api, GitCommit: clientCommit, GoVersion: go, Os: 'linux', Arch: 'amd64', BuildTime: built, Context: 'default' },
  Server: {
    Platform: { Name: 'simulated' },
    Components: [
      { Name: 'Engine', Version: dockerVersion, Details: new Map<string, Value>([['ApiVersion', api], ['Arch', 'amd64'], ['BuildTime', built], ['Experimental', 'false'], ['GitCommit', serverCommit], ['GoVersion', go], ['MinAPIVersion', '1.24'], ['Os', 'linux']]) },
      { Name: 'containerd', Version: 'v1.7.29', Details: new Map<string, Value>([['GitCommit', '442cb34']]) },
      { Name: 'runc', Version: '1.3.3', Details: new Map<string, Value>([['GitCommit', 'v1.3.3-0-gd842d77']]) },
    ],
    Version: dockerVersion, ApiVersion: api, MinAPIVersion: '1.24', GitCommit: serverCommit, GoVersion: go, Os: 'linux', Arch: 'amd64', BuildTime: built,
  },
};

const plain = `Client: Docker Engine - simulated
 Version:           ${dockerVersion}
 API version:       ${api}
 Go version:        ${go}
 Git commit:        ${clientCommit}
 Built:             ${built}
 OS/Arch:           linux/amd64
 Context:           default

Server: Docker Engine - simulated (Buildx ${buildxVersion})
 Engine:
  Version:          ${dockerVersion}
  API version:      ${api} (minimum version 1.24)
  Go version:       ${go}
  Git commit:       ${serverCommit}
  Built:            ${built}
  OS/Arch:          linux/amd64
  Experimental:     false
 containerd:
  Version:          v1.7.29
  GitCommit:        442cb34
 runc:
  Version:          1.3.3
  GitCommit:        v1.3.3-0-gd842d77
`;
