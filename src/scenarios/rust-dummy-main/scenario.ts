import type { Scenario } from '#engine/workspace/scenario.ts';
import { cargoToml, context, lock, mainRs, readme } from './context.ts';
import { versions } from './versions.ts';

/** A Rust service whose crates are compiled with a stub first: the trick, and its trap. */
export const scenario: Scenario = {
  slug: 'rust-dummy-main',
  title: 'Rust with a stub',
  about: 'Crates that are compiled with an empty program first, so that an edit compiles one crate and not seventy.',
  group: 'Rust',
  point: 'COPY keeps the times of files, and cargo compares times. Without the touch the real program is older than the compiled stub, cargo takes it for fresh, and an image ships that does nothing.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['weather:0.3.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'main.rs', weight: 84, actions: [{ type: 'write', path: 'src/main.rs', text: mainRs('listening since {n}') }] },
    { label: 'the lock file', weight: 6, actions: [{ type: 'write', path: 'Cargo.lock', text: lock('0.3.0', '1.0.{n}') }] },
    { label: 'the version', weight: 4, actions: [{ type: 'write', path: 'Cargo.toml', text: cargoToml('0.3.{n}') }, { type: 'write', path: 'Cargo.lock', text: lock('0.3.{n}') }] },
    { label: 'the README', weight: 6, actions: [{ type: 'write', path: 'README.md', text: readme('Asked {n} times.') }] },
  ],
  tries: [
    { label: 'Edit src/main.rs', action: { type: 'write', path: 'src/main.rs', text: mainRs('ready') }, shown: 'One line changed, and seventy crates were compiled again, because they are compiled below a copy of everything.' },
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('And only here.') } },
    { label: 'Upgrade serde_json', action: { type: 'write', path: 'Cargo.lock', text: lock('0.3.0', '1.0.135') } },
  ],
};
