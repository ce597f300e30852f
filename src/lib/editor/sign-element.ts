import { SIGNS, type SignName } from '#lib/ui/signs/sign.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A state sign as an element, for places a component cannot reach. Hidden from assistive technology: a word stands beside it. */
export function signElement(name: SignName, size = 12): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('cm-sign', `cm-sign-${name}`);
  for (const shape of SIGNS[name]) {
    const path = svg.appendChild(document.createElementNS(SVG, 'path'));
    path.setAttribute('d', shape.d);
    path.setAttribute('fill', shape.stroke === undefined ? 'currentColor' : 'none');
    if (shape.stroke !== undefined) {
      path.setAttribute('stroke', 'currentColor');
      path.setAttribute('stroke-width', String(shape.stroke));
    }
    if (shape.opacity !== undefined) path.setAttribute('opacity', String(shape.opacity));
  }
  return svg;
}
