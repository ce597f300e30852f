import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, libRs, lock, mainRs, readme, rootToml } from './context.ts';
import { versions } from './versions.ts';

/** A Rust workspace of six crates whose dependencies are cooked from a recipe. */
export const scenario: Scenario = {
  slug: 'rust-chef',
  title: 'Rust with a recipe',
  about: 'A planner stage runs for every edit and writes the same file: the dependencies are cut off from it by content.',
  group: 'Rust',
  point: 'The planner reads everything and its recipe hardly ever changes. COPY --from compares the recipe, not the stage, so that neither an edit nor a new version number compiles the dependencies again.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['shop:1.4.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'the server', weight: 46, actions: [{ type: 'write', path: 'crates/server/src/main.rs', text: mainRs('open since {n}') }] },
    { label: 'a library', weight: 40, actions: [{ type: 'write', path: 'crates/billing/src/lib.rs', text: libRs('billing {n}') }] },
    { label: 'the version', weight: 6, actions: [{ type: 'write', path: 'Cargo.toml', text: rootToml('1.4.{n}') }, { type: 'write', path: 'Cargo.lock', text: lock('1.4.{n}') }] },
    { label: 'a dependency', weight: 5, actions: [{ type: 'write', path: 'Cargo.lock', text: lock('1.4.0', '1.0.{n}') }] },
    { label: 'the README', weight: 3, actions: [{ type: 'write', path: 'README.md', text: readme('Open {n} days.') }] },
  ],
  tries: [
    { label: 'Edit the server', action: { type: 'write', path: 'crates/server/src/main.rs', text: mainRs('closed') }, shown: 'The stubs were not touched, so the dependencies stayed compiled. Six lines of the Dockerfile are there for it, and a seventh crate will need one more.' },
    { label: 'Upgrade serde_json', action: { type: 'write', path: 'Cargo.lock', text: lock('1.4.0', '1.0.135') } },
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('Closed on Mondays.') } },
  ],
};
