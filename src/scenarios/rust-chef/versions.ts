import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM rust:1 AS build
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY crates/auth/Cargo.toml crates/auth/
COPY crates/billing/Cargo.toml crates/billing/
COPY crates/config/Cargo.toml crates/config/
COPY crates/models/Cargo.toml crates/models/
COPY crates/storage/Cargo.toml crates/storage/
COPY crates/server/Cargo.toml crates/server/
RUN for dir in crates/*; do mkdir $dir/src; touch $dir/src/lib.rs; done && \\
    mv crates/server/src/lib.rs crates/server/src/main.rs && \\
    echo 'fn main() {}' > crates/server/src/main.rs && \\
    cargo build --release --locked
COPY . .
RUN find crates -name '*.rs' -exec touch {} + && cargo build --release --locked

FROM debian:trixie-slim
COPY --from=build /app/target/release/server /usr/local/bin/
CMD ["server"]
`;

const good = `FROM rust:1 AS chef
RUN cargo install cargo-chef --locked
WORKDIR /app

FROM chef AS planner
COPY . .
RUN cargo chef prepare --recipe-path recipe.json

FROM chef AS build
COPY --from=planner /app/recipe.json recipe.json
RUN cargo chef cook --release --recipe-path recipe.json
COPY . .
RUN cargo build --release --locked

FROM debian:trixie-slim
COPY --from=build /app/target/release/server /usr/local/bin/
CMD ["server"]
`;

/** Six stubs by hand, and a recipe. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Makes an empty crate for each of six by hand, and compiles everything again for a new version number.',
    files: { Dockerfile: { text: bad } },
  },
  good: {
    about: 'Writes a recipe of the dependencies; while it stays the same, they stay compiled.',
    files: { Dockerfile: { text: good } },
  },
};
