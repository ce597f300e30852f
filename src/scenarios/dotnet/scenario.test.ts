import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const manifests = ['build: COPY --parents src/*/*.csproj ./', 'build: RUN dotnet restore src/Shop.Api/Shop.Api.csproj'];
const publish = ['build: COPY src src', 'build: RUN dotnet publish src/Shop.Api/Shop.Api.csproj -c Release --no-restore -o /app', 'COPY --from=build /app .'];

describe('the bad version', () => {
  it.each(scenario.edits!.map(({ label }) => label))('restores everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toContain('RUN dotnet publish src/Shop.Api/Shop.Api.csproj -c Release -o /app');
  });

  it('ships the SDK', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(megabytes(built)).toBeGreaterThan(1100);
  });
});

describe('the good version', () => {
  it.each([
    ['a source file', publish],
    ['the settings', publish],
    ['a project file', [...manifests, ...publish]],
    ['the documentation', []],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('ships the same program without SDK and shell', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    for (const name of ['Shop.Api.dll', 'Shop.Data.dll', 'appsettings.json']) expect(fileIn(built, `/app/${name}`)).toMatchObject({ content: (fileIn(firstBuild(scenario, 'bad'), `/app/${name}`) as { content: unknown }).content });
    expect(fileIn(built, '/app/Shop.Tests.dll')).toBeUndefined();
    expect(megabytes(built)).toBeLessThan(200);
  });

  it('fails where the results of another machine come over the restored ones', () => {
    const built = lastBuild(after(opened(scenario, 'good'), { type: 'write', path: '.dockerignore', text: 'docs\n' }));
    expect(built.record.ok).toBe(false);
    expect(JSON.stringify(built.record)).toContain('NETSDK1064');
  });
});
