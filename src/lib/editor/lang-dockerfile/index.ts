/** Dockerfiles in CodeMirror 6: syntax with embedded shell, completion, documentation, folding, stages. See README.md. */
import { LanguageSupport } from '@codemirror/language';
import { completionSource } from './completion-source.ts';
import type { DockerfileConfig } from './config.ts';
import { folding } from './folding.ts';
import { hover } from './hover.ts';
import { indentation } from './indentation.ts';
import { dockerfileLanguage } from './language.ts';
import { navigation } from './navigation.ts';

export { dockerfileLanguage };
export { goToDefinition } from './navigation.ts';
export { startRename } from './rename.ts';
export { definitionOf, outline, renameStage, stageAt, stageNameProblem, stageNames, type Edit } from './stages.ts';
export { hoverAt, type HoverText } from './hover-text.ts';
export { offersAt, type Offer, type Offers } from './completions.ts';
export { quickFixes, type QuickFix } from './quick-fixes.ts';
export { buildArgument, variablesAt, type KnownVariable, type VariableInScope } from './variables.ts';
export type { DockerfileConfig, KnownImage } from './config.ts';
export type { StageEntry } from './model.ts';

/** Everything for editing a Dockerfile; completion needs CodeMirror's `autocompletion()` beside it. */
export function dockerfile(config: DockerfileConfig = {}): LanguageSupport {
  return new LanguageSupport(dockerfileLanguage, [
    dockerfileLanguage.data.of({ autocomplete: completionSource(config) }),
    folding,
    indentation,
    hover(config),
    navigation,
  ]);
}
