import { describe, expect, it } from 'vitest';
import { scene, terminal } from '../terminal.fixture.ts';

describe('docker image inspect --format', () => {
  const t = terminal({ ...scene, files: { Dockerfile: { text: 'FROM alpine:3.20\nWORKDIR /work\nCMD ["cmd"]\n' } } });
  t.type('docker build -q -t app .');
  const ask = (format: string) => t.type(`docker image inspect --format '${format}' app`).out;

  it('gives fields that nobody set as Go has them', () => {
    expect(ask('[{{.Config.User}}] {{.Config.Entrypoint}} {{.Config.Labels}}')).toBe('[] [] map[]\n');
    expect(ask('{{if .Config.User}}somebody{{else}}root{{end}}')).toBe('root\n');
  });

  it('leaves them out of JSON', () => {
    expect(Object.keys(JSON.parse(ask('{{json .Config}}')) as object)).toEqual(['Env', 'Cmd', 'WorkingDir', 'ArgsEscaped']);
  });

  it('knows no other fields', () => {
    expect(t.type("docker image inspect --format '{{.Config.Nobody}}' app").exitCode).not.toBe(0);
  });
});
