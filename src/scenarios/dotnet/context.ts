import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** A project file with its packages and the projects that it refers to. */
export function project(sdk: string, packages: Readonly<Record<string, string>>, references: readonly string[] = []): string {
  const items = [...Object.entries(packages).map(([name, version]) => `    <PackageReference Include="${name}" Version="${version}" />\n`), ...references.map((name) => `    <ProjectReference Include="..\\${name}\\${name}.csproj" />\n`)];
  return `<Project Sdk="${sdk}">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
${items.length > 0 ? `  <ItemGroup>\n${items.join('')}  </ItemGroup>\n` : ''}</Project>
`;
}

/** The web project, with that version of the package for its description. */
export const api = (version: string) => project('Microsoft.NET.Sdk.Web', { 'Microsoft.AspNetCore.OpenApi': version }, ['Shop.Core', 'Shop.Data', 'Shop.Mail']);

/** The program, with the text of its first page. */
export const program = (hello: string) => `var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOpenApi();

var app = builder.Build();
app.MapOpenApi();
app.MapGet("/", () => "${hello}");
app.Run();
`;

export const settings = (level: string) => `{
  "Logging": { "LogLevel": { "Default": "${level}" } },
  "AllowedHosts": "*"
}
`;

export const guide = (line: string) => `# Shop\n\n${line}\n`;

/** What a restore on the author's Windows left: it names folders that no container has. */
const assets = `{
  "version": 3,
  "targets": { "net10.0": {} },
  "packageFolders": { "C:\\\\Users\\\\me\\\\.nuget\\\\packages\\\\": {} }
}
`;

const names = ['Shop.Api', 'Shop.Core', 'Shop.Data', 'Shop.Mail', 'Shop.Tests'];

/** The solution, without what only one version has. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  'Shop.slnx': { text: `<Solution>\n${names.map((name) => `  <Project Path="src/${name}/${name}.csproj" />\n`).join('')}</Solution>\n` },
  'docs/guide.md': { text: guide('How to run the shop.') },
  'src/Shop.Api/Program.cs': { text: program('Welcome') },
  'src/Shop.Api/Shop.Api.csproj': { text: api('10.0.0') },
  'src/Shop.Api/appsettings.json': { text: settings('Information') },
  'src/Shop.Api/bin/Debug/net10.0/Shop.Api.dll': { size: 21_504 },
  'src/Shop.Api/bin/Debug/net10.0/runtimes.pack': { size: 186_000_000 },
  'src/Shop.Api/obj/project.assets.json': { text: assets },
  'src/Shop.Core/Cart.cs': { text: 'namespace Shop.Core;\n\npublic sealed class Cart\n{\n    private readonly List<string> articles = [];\n\n    public void Add(string article) => articles.Add(article);\n}\n' },
  'src/Shop.Core/Shop.Core.csproj': { text: project('Microsoft.NET.Sdk', {}) },
  'src/Shop.Data/Shop.Data.csproj': { text: project('Microsoft.NET.Sdk', { 'Npgsql.EntityFrameworkCore.PostgreSQL': '10.0.0' }, ['Shop.Core']) },
  'src/Shop.Data/ShopContext.cs': { text: 'using Microsoft.EntityFrameworkCore;\n\nnamespace Shop.Data;\n\npublic sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);\n' },
  'src/Shop.Mail/Mailer.cs': { text: 'namespace Shop.Mail;\n\npublic interface IMailer\n{\n    Task SendAsync(string to, string text);\n}\n' },
  'src/Shop.Mail/Shop.Mail.csproj': { text: project('Microsoft.NET.Sdk', { MailKit: '4.14.1' }) },
  'src/Shop.Tests/CartTests.cs': { text: 'using Shop.Core;\nusing Xunit;\n\npublic sealed class CartTests\n{\n    [Fact]\n    public void TakesAnArticle() => new Cart().Add("tea");\n}\n' },
  'src/Shop.Tests/Shop.Tests.csproj': { text: project('Microsoft.NET.Sdk', { xunit: '2.9.3' }, ['Shop.Core']) },
};
