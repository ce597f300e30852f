import { baseName } from '../../../fs/index.ts';
import { found, text, type Kit } from './kit.ts';

/** A project for each project file that is named, with a program. */
export const dotnet: Kit = {
  image: /dotnet\/(?:sdk|core\/sdk|nightly\/sdk)|microsoft\/dotnet|dotnet\/framework/,
  command: /\bdotnet\s+(?:restore|build|publish|test|run)\b/,
  manifest: /\.(?:cs|fs|vb)proj$|\.slnx?$/,
  files({ words, named }) {
    const project = /((?:[\w.-]+\/)*[\w.-]+\.(?:cs|fs|vb)proj)\b/g;
    const listed = [...named.filter((path) => /^(?:[\w.-]+\/)*[\w.-]+\.(?:cs|fs|vb)proj$/.test(path)), ...found(words, project).filter((path) => path.includes('/'))];
    const paths = [...new Set(listed)];
    const program = found(words, /\b([\w.-]+)\.dll\b/g)[0];
    const projects = paths.length > 0 ? paths : found(words, project).length > 0 ? found(words, project) : [`${program ?? 'app'}.csproj`];
    const solutions = [...named.filter((path) => /^[\w.-]+\.sln$/.test(path)), ...found(words, /\b([\w.-]+\.sln)\b/g)];
    const framework = /(?:sdk|aspnet|runtime|dotnet):(\d+\.\d+)/.exec(words)?.[1] ?? '8.0';
    return {
      ...Object.fromEntries(projects.map((path) => [path, text('<Project Sdk="Microsoft.NET.Sdk.Web">', '  <PropertyGroup>', `    <TargetFramework>net${framework}</TargetFramework>`, '  </PropertyGroup>', '</Project>')])),
      ...Object.fromEntries(projects.map((path) => [path.replace(/[^/]+$/, 'Program.cs'), text('var app = WebApplication.CreateBuilder(args).Build();', 'app.MapGet("/", () => "hello");', 'app.Run();')])),
      ...Object.fromEntries(solutions.map((path) => [path, text('Microsoft Visual Studio Solution File, Format Version 12.00', ...projects.map((one) => `Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "${baseName(one).replace(/\.\w+$/, '')}", "${one.replaceAll('/', '\\')}", "{00000000-0000-0000-0000-000000000000}"\nEndProject`))])),
    };
  },
  edits: [/Program\.cs$/, /\.csproj$/],
};
