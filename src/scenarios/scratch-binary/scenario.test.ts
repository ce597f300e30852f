import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

describe('the bad version', () => {
  it('gathers the certificates again for every program, as root, through a shell', () => {
    expect(rerunBy(scenario, 'bad', 'the program')).toEqual(['COPY hello /usr/local/bin/hello', 'COPY company.crt /usr/local/share/ca-certificates/', 'RUN update-ca-certificates']);
    const { config } = firstBuild(scenario, 'bad').record.images[0]!.config;
    expect(config?.User ?? '').toBe('');
    expect(config?.Cmd).toEqual(['/bin/sh', '-c', 'hello']);
  });
});

describe('the good version', () => {
  it('copies one file after a new program', () => {
    expect(rerunBy(scenario, 'good', 'the program')).toEqual(['COPY hello /hello']);
  });

  it('gathers certificates again only after new ones', () => {
    expect(rerunBy(scenario, 'good', 'the certificates')).toContain('certificates: RUN update-ca-certificates');
  });

  it('holds three files and no shell, and runs as a number', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/bin')).toBeUndefined();
    expect(fileIn(built, '/hello')).toMatchObject({ mode: 0o755 });
    expect(built.record.images[0]!.layers).toHaveLength(3);
    expect(built.record.images[0]!.config.config?.User).toBe('65532:65532');
  });
});
