import { describe, expect, it } from 'vitest';
import { configJson } from './config-json.ts';

describe('the JSON of an image config', () => {
  it('has sorted keys outside, the order of Go structs inside, and Go escapes', () => {
    const text = configJson({
      os: 'linux',
      architecture: 'amd64',
      config: {
        Labels: { b: '1 < 2 & 3', a: '\u2028', '10': 'x', '9': 'y' },
        Cmd: ['sh'],
        Env: ['A=ü'],
        ExposedPorts: { '80/tcp': {}, '443/tcp': {} },
        User: '',
        ArgsEscaped: true,
        Healthcheck: { Retries: 3, Test: ['NONE'] },
      },
      created: '2024-01-01T00:00:00Z',
      history: [{ created: '2024-01-01T00:00:00Z', created_by: 'RUN a && b', comment: 'buildkit.dockerfile.v0' }],
      rootfs: { type: 'layers', diff_ids: ['sha256:aa'] },
    });
    expect(text).toBe(
      '{"architecture":"amd64","config":{"ExposedPorts":{"443/tcp":{},"80/tcp":{}},"Env":["A=ü"],"Cmd":["sh"],' +
        '"Labels":{"10":"x","9":"y","a":"\\u2028","b":"1 \\u003c 2 \\u0026 3"},"ArgsEscaped":true,"Healthcheck":{"Test":["NONE"],"Retries":3}},' +
        '"created":"2024-01-01T00:00:00Z","history":[{"created":"2024-01-01T00:00:00Z","created_by":"RUN a \\u0026\\u0026 b","comment":"buildkit.dockerfile.v0"}],' +
        '"os":"linux","rootfs":{"type":"layers","diff_ids":["sha256:aa"]}}',
    );
  });

  it('writes null where there is nothing, and leaves out what is empty', () => {
    const text = configJson({ os: 'linux', architecture: 'arm64', variant: '', config: { Cmd: [], Labels: {} }, rootfs: { type: 'layers', diff_ids: null } });
    expect(text).toBe('{"architecture":"arm64","config":{},"created":null,"history":null,"os":"linux","rootfs":{"type":"layers","diff_ids":null}}');
  });
});
