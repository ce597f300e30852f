import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM gcc:16
RUN apt-get update && apt-get install -y --no-install-recommends cmake
WORKDIR /src
COPY . .
RUN cmake -S third_party/codec -B /codec && cmake --build /codec && cmake --install /codec
RUN cmake -B /build && cmake --build /build && cmake --install /build
CMD ["encoder"]
`;

const good = `FROM gcc:16 AS tools
RUN apt-get update && apt-get install -y --no-install-recommends cmake ccache
WORKDIR /src

FROM tools AS codec
COPY third_party third_party
RUN cmake -S third_party/codec -B /codec && cmake --build /codec && cmake --install /codec

FROM codec AS build
COPY CMakeLists.txt .
COPY src src
RUN --mount=type=cache,target=/root/.cache/ccache \\
    cmake -B /build -DCMAKE_CXX_COMPILER_LAUNCHER=ccache && cmake --build /build && cmake --install /build

FROM gcr.io/distroless/cc
COPY --from=build /usr/local/bin/encoder /usr/local/bin/encoder
CMD ["encoder"]
`;

/** Everything again in the compiler's image, and unit by unit with a cache. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Compiles the library and forty units again for every edit, and ships the compiler.',
    files: { Dockerfile: { text: bad } },
  },
  good: {
    about: 'Compiles the library in a stage of its own, keeps units in a compiler cache, and ships one program.',
    files: { Dockerfile: { text: good } },
  },
};
