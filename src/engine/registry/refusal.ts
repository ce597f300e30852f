/** How a registry says no, before a client puts it into words. */

/** Codes of the distribution specification and of registries that have their own. */
export interface RegistryError {
  readonly status: number;
  /** `DENIED`, `NAME_UNKNOWN`, `TOOMANYREQUESTS`. */
  readonly code: string;
  readonly message: string;
  /** Whether the answer has a `detail`: without one, clients take the specification's own message of a code for none. */
  readonly detailed?: true;
  /** Whether it has the form that token servers had before the specification: `{"details": …}`. */
  readonly old?: true;
}

export type Refusal =
  /** Nobody has this host. */
  | { readonly kind: 'unreachable' }
  /** A token was given, but without the scope: 401 with `error="insufficient_scope"`. What an older client prints stands in `error`. */
  | { readonly kind: 'scope'; readonly error: RegistryError }
  /** Basic authentication is asked for, and nobody is logged in. */
  | { readonly kind: 'credentials' }
  /** The token server does not know who asks. */
  | { readonly kind: 'token'; readonly error: RegistryError }
  /** The registry itself answers with an error. */
  | { readonly kind: 'registry'; readonly error: RegistryError };

/** The distribution specification's own message of a code, which registries repeat where they have nothing to add. */
export const defaultMessages: Readonly<Record<string, string>> = {
  UNKNOWN: 'unknown error',
  UNSUPPORTED: 'The operation is unsupported.',
  UNAUTHORIZED: 'authentication required',
  DENIED: 'requested access to the resource is denied',
  UNAVAILABLE: 'service unavailable',
  TOOMANYREQUESTS: 'too many requests',
};

/** An error that the registry itself gives. */
export function registryRefusal(status: number, code: string, message: string = defaultMessages[code] ?? ''): Refusal {
  return { kind: 'registry', error: { status, code, message } };
}
