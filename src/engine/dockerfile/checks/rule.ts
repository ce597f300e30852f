/**
 * What a finding underlines: the instruction word, an argument or the value of a flag by its number, or where the text of a
 * fact stands, as it is or as a variable.
 */
export type Mark = 'keyword' | { readonly argument: number } | { readonly flag: number } | { readonly text: number } | { readonly variable: number };

/** A build check: what it is called, what it says, and an example of each side. */
export interface Rule<Facts extends readonly string[] = readonly string[]> {
  /** As in `# check=skip=…`. */
  readonly name: string;
  readonly description: string;
  /** Documentation page; one rule has none. */
  readonly url?: string;
  /** Runs only where `experimental` names it; `skip` does not touch it. */
  readonly experimental?: boolean;
  /** BuildKit's sentence for one finding. */
  readonly message: (...facts: Facts) => string;
  /** Absent: the whole instruction. */
  readonly mark?: Mark;
  /** A Dockerfile that is reported, one that is not, and the ignore patterns both need. */
  readonly bad: string;
  readonly good: string;
  readonly ignore?: readonly string[];
}

/** Address of a rule's page. */
export function ruleUrl(slug: string): string {
  return `https://docs.docker.com/go/dockerfile/rule/${slug}/`;
}
