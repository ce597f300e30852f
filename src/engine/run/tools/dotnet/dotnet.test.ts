import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { exec } from '../../exec.ts';

const project = (more = '') => `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>\n  <ItemGroup>${more}</ItemGroup>\n</Project>\n`;
const npgsql = (version: string) => `<PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="${version}" />`;
const app: Readonly<Record<string, string>> = {
  'Shop.slnx': '<Solution>\n  <Project Path="src/Api/Api.csproj" />\n  <Project Path="src/Core/Core.csproj" />\n</Solution>\n',
  'src/Api/Api.csproj': project(`<ProjectReference Include="..\\Core\\Core.csproj" />${npgsql('10.0.0')}`),
  'src/Api/Program.cs': 'Console.WriteLine(1);\n',
  'src/Api/appsettings.json': '{}\n',
  'src/Core/Core.csproj': project(),
  'src/Core/Order.cs': 'record Order(int Id);\n',
};

function root(files: Readonly<Record<string, string>>): DirNode {
  const program = (name: string) => [name, described(1000, name, { mode: 0o755 })] as const;
  let made = dirOf([['bin', symlink('usr/bin')], ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])], ['root', emptyDir()], ['usr', dirOf([['bin', dirOf([...['dash', 'dotnet', 'rm', 'sed'].map(program), ['sh', symlink('dash')]])]])]]);
  made = put(made, '/app', emptyDir());
  for (const [path, text] of Object.entries(files)) made = put(made, `/app/${path}`, file(text));
  return made;
}

function run(tree: DirNode, command: string, network: 'default' | 'none' = 'default') {
  const result = exec({ root: tree, mounts: [], args: ['/bin/sh', '-c', command], env: ['DOTNET_SDK_VERSION=10.0.401'], cwd: '/app', user: '', network, platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

const seedOf = (tree: DirNode, path: string) => {
  const node = get(tree, `/app/${path}`);
  return node?.type === 'file' && node.content.kind === 'described' ? node.content.seed : undefined;
};

describe('dotnet', () => {
  const without = (...names: string[]) => Object.fromEntries(Object.entries(app).filter(([name]) => !names.includes(name)));
  it.each([
    ['dotnet --version', {}, 0, '10.0.401'],
    ['dotnet build', {}, 1, 'MSB1003: Specify a project or solution file'],
    ['dotnet build Nope.csproj', app, 1, 'MSB1009: Project file does not exist.'],
    ['dotnet restore', { 'A.csproj': '<Project>' }, 1, 'MSB4025: The project file could not be loaded.'],
    ['dotnet restore', without('src/Core/Core.csproj'), 1, 'Switch: src/Core/Core.csproj'],
    ['dotnet build --no-restore', app, 1, "NETSDK1004: Assets file '/app/src/Core/obj/project.assets.json' not found"],
    ['dotnet restore && rm -r /root/.nuget && dotnet publish --no-restore', app, 1, 'NETSDK1064: Package Npgsql.EntityFrameworkCore.PostgreSQL, version 10.0.0 was not found'],
    ['dotnet restore', app, 0, 'Restored /app/src/Api/Api.csproj.'],
    ['dotnet build', app, 0, 'Api -> /app/src/Api/bin/Debug/net10.0/Api.dll'],
  ] as const)('%s says and ends as the real one', (command, files, code, words) => {
    const result = run(root(files), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it('restores from project files alone, and downloads nothing twice', () => {
    const once = run(root(without('src/Api/Program.cs', 'src/Core/Order.cs')), 'dotnet restore');
    expect(once.exitCode).toBe(0);
    expect(run(once.root, 'dotnet restore', 'none').exitCode).toBe(0);
    expect(run(once.root, "sed -i 's/10.0.0/10.0.1/' src/Api/Api.csproj && dotnet restore", 'none').text).toContain('NU1301');
  });

  it('publishes a project with those that it refers to, their packages and its settings', () => {
    const made = run(root(app), 'dotnet publish src/Api -c Release -o /out').root;
    for (const name of ['Api.dll', 'Core.dll', 'Api', 'Api.deps.json', 'appsettings.json', 'Npgsql.EntityFrameworkCore.PostgreSQL.dll']) expect(get(made, `/out/${name}`)).toBeDefined();
    expect(get(made, '/out/Program.cs')).toBeUndefined();
  });

  it('makes other assemblies of what was edited and of what refers to it, and the same ones of all else', () => {
    const seeds = (files: Readonly<Record<string, string>>) => {
      const made = run(root({ ...app, ...files }), 'dotnet build -c Release').root;
      return ['Api', 'Core'].map((name) => seedOf(made, `src/${name}/bin/Release/net10.0/${name}.dll`));
    };
    const [api, core] = seeds({});
    expect(core).toBeDefined();
    expect(seeds({ 'README.md': 'x' })).toEqual([api, core]);
    const [api2, core2] = seeds({ 'src/Api/Program.cs': 'Console.WriteLine(2);\n' });
    expect([api2 === api, core2 === core]).toEqual([false, true]);
    const [api3, core3] = seeds({ 'src/Core/Order.cs': 'record Order(long Id);\n' });
    expect([api3 === api, core3 === core]).toEqual([false, false]);
  });
});
