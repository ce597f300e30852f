/** Sources that are addresses. */
import { goQuote } from '../../dockerfile/go/quote.ts';
import { parseGitRef, type GitRef } from '../git-ref.ts';

/** `https://…`, unless it is a repository. */
export function isHttpSource(text: string): boolean {
  return (text.startsWith('http://') || text.startsWith('https://')) && !isGitSource(text);
}

/** An address of a git repository that BuildKit would accept. */
export function isGitSource(text: string): boolean {
  const git = parseGitRef(text);
  return git !== undefined && !('error' in git);
}

/** What flags and addresses of one ADD say about its repositories; it holds for the sources after it too. */
export interface GitFlags {
  readonly keepGitDir: boolean | undefined;
  readonly checksum: string;
}

/** The flags with what the address says; a text where the two differ. */
export function mergeGitFlags(git: GitRef, flags: GitFlags): GitFlags | string {
  if (flags.keepGitDir !== undefined && git.keepGitDir !== undefined && flags.keepGitDir !== git.keepGitDir) return 'inconsistent keep-git-dir configuration';
  if (flags.checksum !== '' && git.checksum !== '' && flags.checksum !== git.checksum) return `checksum mismatch ${goQuote(flags.checksum)} != ${goQuote(git.checksum)}`;
  return { keepGitDir: git.keepGitDir ?? flags.keepGitDir, checksum: git.checksum || flags.checksum };
}
