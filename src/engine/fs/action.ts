/**
 * What COPY, ADD, WORKDIR and heredocs do to a file system: the fields of BuildKit's `pb.FileAction*` in protobuf's JSON form,
 * which are also what cache keys are made of.
 */

/** `byName.input` indexes the vertex's inputs like the inputs of an action. */
export type UserOpt = { readonly byID: number } | { readonly byName: { readonly name: string; readonly input: number } };

export interface ChownOpt {
  readonly user?: UserOpt;
  readonly group?: UserOpt;
}

export interface CopyAction {
  readonly src: string;
  readonly dest: string;
  readonly owner?: ChownOpt;
  /** -1 keeps the source's mode. */
  readonly mode: number;
  readonly modeStr?: string;
  readonly followSymlink?: boolean;
  readonly dirCopyContents?: boolean;
  readonly attemptUnpackDockerCompatibility?: boolean;
  readonly createDestPath?: boolean;
  readonly allowWildcard?: boolean;
  readonly allowEmptyWildcard?: boolean;
  /** Nanoseconds since 1970, -1 where the time of the copy counts. */
  readonly timestamp: number;
  readonly includePatterns?: readonly string[];
  readonly excludePatterns?: readonly string[];
  readonly alwaysReplaceExistingDestPaths?: boolean;
  readonly requiredPaths?: readonly string[];
}

export interface MkdirAction {
  readonly path: string;
  readonly mode: number;
  readonly makeParents?: boolean;
  readonly owner?: ChownOpt;
  readonly timestamp: number;
}

export interface MkfileAction {
  readonly path: string;
  readonly mode: number;
  /** The content where it is UTF-8, else `data` in base64. */
  readonly text?: string;
  readonly data?: string;
  readonly owner?: ChownOpt;
  readonly timestamp: number;
}
