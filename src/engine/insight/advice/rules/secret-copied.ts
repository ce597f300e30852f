import { walk } from '../../../fs/index.ts';
import type { AdviceRule, Finding } from '../advice.ts';
import { contextCopies } from '../facts.ts';
import { ignoreLines } from '../edits.ts';

/** Names that files with secrets in them have. */
const names: readonly RegExp[] = [
  /^\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$).+)?$/,
  /^id_(?:rsa|dsa|ecdsa|ed25519)$/,
  /^\.(?:netrc|pypirc|git-credentials)$/,
  /\.(?:p12|pfx|kdbx)$/,
  /private.*\.(?:pem|key)$/,
];
const places = /(?:^|\/)(?:\.aws\/credentials|\.docker\/config\.json)$/;

const isSecret = (path: string): boolean => places.test(path) || names.some((name) => name.test(path.slice(path.lastIndexOf('/') + 1)));

/** A COPY of a whole folder that takes files that look like secrets with it. */
export const secretCopied: AdviceRule = {
  name: 'secret-copied',
  title: { id: 'advice.secret-copied-title' },
  find(facts) {
    const secrets = [...walk(facts.sent)].flatMap(([path, node]) => (node.type === 'file' && isSecret(path) ? [path] : []));
    return facts.stages.flatMap((of) =>
      contextCopies(of).flatMap(({ copy, all }): Finding[] => {
        const folders = copy.sources.map((source) => source.replace(/^\.?\//, '').replace(/\/+$/, ''));
        const taken = secrets.filter((path) => all || folders.some((folder) => path.startsWith(`${folder}/`)));
        const [first, ...others] = taken;
        if (first === undefined || copy.exclude.length > 0) return [];
        return [{
          range: copy.range,
          lines: [copy.lines],
          message: { id: 'advice.secret-copied', values: { path: first, more: others.length, where: of.inImage ? 'image' : 'cache' } },
          hint: { id: 'advice.secret-copied-hint' },
          edit: ignoreLines(facts, taken),
          gain: 'image',
          regardless: true,
        }];
      }),
    );
  },
};
