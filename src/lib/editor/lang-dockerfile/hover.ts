import { Prec, type Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import type { DockerfileConfig } from './config.ts';
import { hoverAt } from './hover-text.ts';
import { sentenceElement } from '../sentence-element.ts';
import { markdownElement } from './markdown.ts';

/** Documentation under the pointer, below what others (findings) say there. */
export function hover(config: DockerfileConfig): Extension {
  const documentation = hoverTooltip((view, position) => {
    const found = hoverAt(view.state.doc.toString(), position, config);
    if (!found) return null;
    return {
      pos: found.range.from,
      end: found.range.to,
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-documentation';
        const title = dom.appendChild(document.createElement('pre'));
        title.textContent = found.title;
        dom.append(markdownElement(found.text));
        if (found.message) dom.append(sentenceElement(found.message));
        return { dom };
      },
    };
  });
  return Prec.lowest(documentation);
}
