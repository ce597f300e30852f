import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM rust:1 AS build
WORKDIR /app
COPY . .
RUN cargo build --release --locked

FROM debian:trixie-slim
COPY --from=build /app/target/release/weather /usr/local/bin/
CMD ["weather"]
`;

/** The good version; `touch` is the line that it stands and falls with. */
export const good = (touch = 'touch src/main.rs && ') => `FROM rust:1 AS build
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
RUN mkdir src && echo 'fn main() {}' > src/main.rs
RUN cargo build --release --locked
COPY src src
RUN ${touch}cargo build --release --locked

FROM debian:trixie-slim
COPY --from=build /app/target/release/weather /usr/local/bin/
CMD ["weather"]
`;

/** Everything compiled at once, and the crates compiled with a program that does nothing. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Compiles every crate again whenever a line of the program changes.',
    files: { Dockerfile: { text: bad } },
  },
  good: {
    about: 'Compiles the crates with an empty program first, then the real one, touched so that cargo sees it.',
    files: { Dockerfile: { text: good() } },
  },
};
