import type { Message } from '#engine/source/message.ts';
import { sentence } from '#messages/index.ts';

/** A message as a paragraph, the machine's words as code, for places a component cannot reach. */
export function sentenceElement(message: Message): HTMLElement {
  const paragraph = document.createElement('p');
  for (const { text, kind } of sentence(message)) {
    if (kind === 'words') paragraph.append(text);
    else paragraph.appendChild(document.createElement('code')).textContent = text;
  }
  return paragraph;
}
