/**
 * The statement of where an image comes from, and the manifest that holds it: BuildKit `solver/llbsolver/provenance`, mode `min`,
 * SLSA 1, as an OCI artifact (`exporter/containerimage/writer.go: commitAttestationsManifest`). Its ids and times are invented, so
 * that its digest stands for one that nobody could foresee.
 */
import { sha256 } from '../../fs/index.ts';
import { parseReference } from '../../image/index.ts';
import { compactJson, indentJson, type Json } from '../../image/go-json.ts';
import { mediaTypes } from '../../image/manifest.ts';
import { utf8Length } from '../../source/utf8.ts';
import type { AttestationRecord, ImageRecord } from '../record.ts';
import { rfc3339 } from './rfc3339.ts';

/** The empty JSON object that is an artifact's config. */
export const emptyConfig = { mediaType: 'application/vnd.oci.empty.v1+json', digest: sha256('{}'), size: 2, text: '{}' } as const;
/** Media type of a statement. */
export const statementType = 'application/vnd.in-toto+json';

const predicateType = 'https://slsa.dev/provenance/v1';

/** What a statement says beside the image's digest. */
export interface ProvenanceFacts {
  readonly dockerfile: string;
  readonly bases: readonly { readonly ref: string; readonly digest: string; readonly platform: string }[];
  /** Virtual milliseconds since 1970. */
  readonly started: number;
  readonly finished: number;
}

/** The manifest about an image. */
export function attest(image: ImageRecord, facts: ProvenanceFacts): AttestationRecord {
  const statementJson = compactJson(statement(image, facts));
  const statementDigest = sha256(statementJson);
  const manifestJson = indentJson({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
    config: { mediaType: emptyConfig.mediaType, digest: emptyConfig.digest, size: emptyConfig.size, data: 'e30=' },
    layers: [{ mediaType: statementType, digest: statementDigest, size: utf8Length(statementJson), annotations: { 'in-toto.io/predicate-type': predicateType } }],
    subject: { mediaType: mediaTypes.manifest, digest: image.manifestDigest, size: image.manifestSize },
  });
  return { subject: image.manifestDigest, manifestDigest: sha256(manifestJson), manifestJson, statementDigest, statementJson };
}

function statement(image: ImageRecord, { dockerfile, bases, started, finished }: ProvenanceFacts): Json {
  const invocation = sha256(`invocation ${image.manifestDigest} ${started}`).slice('sha256:'.length).slice(0, 25);
  return {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType,
    subject: image.names.map((name) => ({ name: packageUrl(name, image.platform), digest: { sha256: image.manifestDigest.slice('sha256:'.length) } })),
    predicate: {
      buildDefinition: {
        buildType: 'https://github.com/moby/buildkit/blob/master/docs/attestations/slsa-definitions.md',
        externalParameters: { configSource: { path: dockerfile }, request: { frontend: 'dockerfile.v0', locals: [{ name: 'context' }, { name: 'dockerfile' }] } },
        internalParameters: { builderPlatform: 'linux/amd64' },
        resolvedDependencies: bases.map(({ ref, digest, platform }) => ({ uri: packageUrl(ref, platform), digest: { sha256: digest.slice('sha256:'.length) } })),
      },
      runDetails: {
        builder: { id: '' },
        metadata: {
          invocationId: invocation,
          startedOn: rfc3339(started),
          finishedOn: rfc3339(finished),
          buildkit_metadata: {},
          buildkit_completeness: { request: false, resolvedDependencies: false },
        },
      },
    },
  };
}

/** `docker.io/library/alpine:3.20` → `pkg:docker/alpine@3.20?platform=linux%2Famd64` (BuildKit `util/purl`). */
function packageUrl(name: string, platform: string): string {
  const ref = parseReference(name);
  if ('error' in ref) return name;
  const path = ref.domain === 'docker.io' ? ref.path.replace(/^library\//, '') : `${ref.domain}/${ref.path}`;
  const query = [...(ref.digest === undefined ? [] : [`digest=${ref.digest}`]), `platform=${encodeURIComponent(platform)}`];
  return `pkg:docker/${path.split('/').map(encodeURIComponent).join('/')}@${ref.tag ?? 'latest'}?${query.join('&')}`;
}
