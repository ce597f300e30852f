import { snippet, startCompletion, type Completion, type CompletionContext, type CompletionResult, type CompletionSource } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { offersAt, type Offer } from './completions.ts';
import type { DockerfileConfig } from './config.ts';
import { markdownElement } from './markdown.ts';
import { placeAt } from './place.ts';

/** Offers as CodeMirror wants them. */
export function completionSource(config: DockerfileConfig): CompletionSource {
  return (context) => {
    const text = context.state.doc.toString();
    const found = offersAt(text, context.pos, config);
    if (!found || (!context.explicit && !isWelcome(context, found.offers))) return null;
    const typed = context.pos - found.from;
    const result: CompletionResult = {
      from: found.from,
      options: found.offers.map(asCompletion),
      validFor: (now) => now.length >= typed && /^[\w.-]*$/.test(now.slice(typed)),
    };
    return result;
  };
}

/** Whether offers may open by themselves: not on an empty line, not inside a word or for one that is whole, not for a lone `.`. */
function isWelcome({ state, pos }: CompletionContext, offers: readonly Offer[]): boolean {
  const place = placeAt(state.doc.toString(), pos);
  if (/\w/.test(state.sliceDoc(pos, pos + 1))) return false;
  if (!place || offers.some((offer) => offer.label === place.prefix)) return false;
  if (place.kind === 'variable' || place.kind === 'flag' || place.kind === 'flag-value') return true;
  if (place.kind === 'argument' && place.prefix === '') return place.spec.keyword === 'FROM' && place.words.length === 0;
  return /[\w/]$/.test(place.prefix) && place.prefix !== './';
}

function asCompletion(offer: Offer): Completion {
  const { label, kind, insert = label, detail, documentation, goOn, boost } = offer;
  return {
    label,
    type: kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { info: () => markdownElement(documentation.split('\n\n', 1)[0]!) }),
    ...(boost === undefined ? {} : { boost }),
    ...(kind === 'snippet' && insert.includes('${') ? { apply: snippet(insert) } : goOn || insert !== label ? { apply: (view: EditorView, _completion: Completion, from: number, to: number) => write(view, insert, from, to, goOn === true) } : {}),
  };
}

function write(view: EditorView, insert: string, from: number, to: number, goOn: boolean): void {
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.complete' });
  if (goOn) startCompletion(view);
}
