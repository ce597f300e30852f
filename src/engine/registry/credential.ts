/** Who is logged in at a registry. */
export interface Credential {
  readonly username: string;
  /** Never shown; in a scene passwords and tokens are invented. */
  readonly secret: string;
}

/** By registry host: `docker.io`, `ghcr.io`, `localhost:5000`. */
export type Logins = ReadonlyMap<string, Credential>;
