import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { cargoLock } from '../cargo-lock.ts';

/** The manifest of that version. */
export const cargoToml = (version: string) => `[package]
name = "weather"
version = "${version}"
edition = "2021"

[dependencies]
axum = "0.7"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
tokio = { version = "1", features = ["full"] }
tracing = "0.1"
tracing-subscriber = "0.3"
`;

/** Its lock file. */
export const lock = (version: string, serdeJson?: string) => cargoLock({ weather: version }, serdeJson);

/** The program, with what it says at its start. */
export const mainRs = (line: string) => `use axum::{routing::get, Router};

mod forecast;

#[tokio::main]
async fn main() {
    tracing_subscriber::fmt::init();
    tracing::info!("${line}");
    let app = Router::new().route("/", get(forecast::today));
    let listener = tokio::net::TcpListener::bind("0.0.0.0:8080").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
`;

const forecastRs = `use axum::Json;
use serde::Serialize;

#[derive(Serialize)]
pub struct Forecast {
    sky: &'static str,
    degrees: i8,
}

pub async fn today() -> Json<Forecast> {
    Json(Forecast { sky: "clear", degrees: 21 })
}
`;

/** The README, with one sentence that changes. */
export const readme = (sentence: string) => `# weather

A web service that knows today's weather. ${sentence}
`;

/** What both versions share. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: 'target\nDockerfile\n.dockerignore\n' },
  'Cargo.lock': { text: lock('0.3.0') },
  'Cargo.toml': { text: cargoToml('0.3.0') },
  'README.md': { text: readme('Only today\'s.') },
  'src/forecast.rs': { text: forecastRs },
  'src/main.rs': { text: mainRs('listening') },
  'target/debug/weather': { size: 58_204_160, mode: 0o755 },
  'target/debug/deps/all.rlib': { size: 592_000_000 },
};
