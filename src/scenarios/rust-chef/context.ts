import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { cargoLock } from '../cargo-lock.ts';

const libraries = ['auth', 'billing', 'config', 'models', 'storage'];

/** The root manifest, with the version of all packages. */
export const rootToml = (version: string) => `[workspace]
resolver = "2"
members = ["crates/*"]

[workspace.package]
version = "${version}"
edition = "2021"
`;

const libraryToml = (name: string) => `[package]
name = "${name}"
version.workspace = true
edition.workspace = true

[dependencies]
serde = { version = "1", features = ["derive"] }
tracing = "0.1"
`;

const serverToml = `[package]
name = "server"
version.workspace = true
edition.workspace = true

[dependencies]
axum = "0.7"
serde_json = "1"
tokio = { version = "1", features = ["full"] }
${libraries.map((name) => `${name} = { path = "../${name}" }`).join('\n')}
`;

/** The lock file of that version. */
export const lock = (version: string, serdeJson?: string) => cargoLock(Object.fromEntries([...libraries, 'server'].map((name) => [name, version])), serdeJson);

/** The server, with what it says at its start. */
export const mainRs = (line: string) => `use axum::{routing::get, Router};

#[tokio::main]
async fn main() {
    println!("${line}");
    let app = Router::new().route("/", get(|| async { billing::name() }));
    let listener = tokio::net::TcpListener::bind("0.0.0.0:8080").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
`;

/** A library, with what it is called. */
export const libRs = (name: string) => `/// What this part is called.
pub fn name() -> &'static str {
    "${name}"
}
`;

/** The README, with one sentence that changes. */
export const readme = (sentence: string) => `# shop

Six crates and one server. ${sentence}
`;

/** What both versions share. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: 'target\nDockerfile\n.dockerignore\n' },
  'Cargo.lock': { text: lock('1.4.0') },
  'Cargo.toml': { text: rootToml('1.4.0') },
  'README.md': { text: readme('Open on Sundays.') },
  ...Object.fromEntries(libraries.flatMap((name) => [[`crates/${name}/Cargo.toml`, { text: libraryToml(name) }], [`crates/${name}/src/lib.rs`, { text: libRs(name) }]])),
  'crates/server/Cargo.toml': { text: serverToml },
  'crates/server/src/main.rs': { text: mainRs('open') },
  'target/release/server': { size: 9_204_160, mode: 0o755 },
};
