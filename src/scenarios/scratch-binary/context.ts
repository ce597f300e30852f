import type { Scenario, ScenarioFile } from '#engine/workspace/scenario.ts';

/** Extra certificates of the company, in that edition. */
export const certificates = (edition: string) => `# internal authorities, edition ${edition}
-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUcGxhY2Vob2xkZXIgZm9yIGEgc2NlbmUwCgYIKoZIzj0E
-----END CERTIFICATE-----
`;

/** A statically linked program that was built elsewhere. */
export const program = (release: string): string => `\x7fELF hello, statically linked, release ${release}\n${'.'.repeat(60_000)}\n`;

/** What both versions share. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: 'Dockerfile\n.dockerignore\n' },
  'company.crt': { text: certificates('1') },
  hello: { text: program('1.0.0'), mode: 0o755 },
  passwd: { text: 'app:x:65532:65532:app:/:/sbin/nologin\n' },
};

const bad = `FROM alpine:3.20
RUN apk add --no-cache ca-certificates
COPY hello /usr/local/bin/hello
COPY company.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
CMD hello
`;

const good = `FROM alpine:3.20 AS certificates
RUN apk add --no-cache ca-certificates
COPY company.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates

FROM scratch
COPY --from=certificates /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY passwd /etc/passwd
COPY hello /hello
USER 65532:65532
ENTRYPOINT ["/hello"]
`;

/** A system around one program, and the program. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'Ships a shell and a package manager with a program that needs neither, and runs it as root.',
    files: { Dockerfile: { text: bad } },
  },
  good: {
    about: 'Begins with nothing: certificates, one user, one program, and no shell to start it.',
    files: { Dockerfile: { text: good } },
  },
};
