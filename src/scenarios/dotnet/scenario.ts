import type { Scenario } from '#engine/workspace/scenario.ts';
import { api, context, guide, program, settings } from './context.ts';
import { versions } from './versions.ts';

/** A .NET solution of five projects: many manifests, and results that must stay at home. */
export const scenario: Scenario = {
  slug: 'dotnet',
  title: '.NET solution',
  about: 'Five projects, each with a manifest of its own and with results of the last build beside it.',
  group: '.NET',
  point: 'Copy all project files with one pattern and restore before the sources come. What a build on your machine left in obj does not belong into the context: it names folders that only your machine has.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['shop:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a source file', weight: 82, actions: [{ type: 'write', path: 'src/Shop.Api/Program.cs', text: program('Welcome, visitor {n}') }] },
    { label: 'the settings', weight: 8, actions: [{ type: 'write', path: 'src/Shop.Api/appsettings.json', text: settings('Level{n}') }] },
    { label: 'a project file', weight: 6, actions: [{ type: 'write', path: 'src/Shop.Api/Shop.Api.csproj', text: api('10.0.{n}') }] },
    { label: 'the documentation', weight: 4, actions: [{ type: 'write', path: 'docs/guide.md', text: guide('Read by {n} people.') }] },
  ],
  tries: [
    { label: 'Edit Program.cs', action: { type: 'write', path: 'src/Shop.Api/Program.cs', text: program('Good day') }, shown: 'One line of C# changed, and every package was restored again.' },
    { label: 'Edit docs/guide.md', action: { type: 'write', path: 'docs/guide.md', text: guide('Updated.') } },
  ],
};
