/**
 * What of the drawing is in view: the zoom, which goes through the four densities, and the place that it is scrolled to. The
 * wheel pans, control and the wheel zoom about the pointer, and a drag of the ground pans.
 */
import { tick } from 'svelte';
import { on } from 'svelte/events';
import { DENSITIES, type Density } from './density.ts';
import type { Box, GraphLayout } from './geometry.ts';

/** Turns of the wheel for one zoom: a pinch sends many small ones. */
const TURN = 80;
/** Kept free around what is brought into view. */
const MARGIN = 48;

interface Subject {
  readonly layout: GraphLayout;
  /** How much larger than its own pixels it is drawn. */
  readonly scale: number;
  /** The same build in another density, for `fit`. */
  readonly layoutIn: (density: Density) => GraphLayout;
}

export class Camera {
  /** The zoom that was asked for; undefined: the one for so many steps. */
  zoom = $state<Density | undefined>(undefined);
  width = $state(0);
  height = $state(0);
  at = $state.raw({ x: 0, y: 0 });
  scroller = $state<HTMLElement | undefined>(undefined);

  readonly #subject: () => Subject;
  #turned = 0;

  /** `subject` gives what is in view, whenever it is asked for. */
  constructor(subject: () => Subject) {
    this.#subject = subject;
  }

  /** The part of the drawing that can be seen, in its own pixels. */
  get view(): Box {
    const { scale } = this.#subject();
    return { x: this.at.x / scale, y: this.at.y / scale, width: this.width / scale, height: this.height / scale };
  }

  /** One zoom closer (-1) or farther (1); what is under the pointer, or in the middle, stays there. */
  async zoomBy(steps: number, pointer?: { readonly x: number; readonly y: number }): Promise<void> {
    const { layout, scale } = this.#subject();
    const to = DENSITIES[Math.min(DENSITIES.length - 1, Math.max(0, DENSITIES.indexOf(layout.density) + steps))]!;
    if (to === layout.density) return;
    const view = this.scroller?.getBoundingClientRect();
    const at = view === undefined || pointer === undefined ? { x: this.width / 2, y: this.height / 2 } : { x: pointer.x - view.left, y: pointer.y - view.top };
    const held = nearest(layout, (this.at.x + at.x) / scale, (this.at.y + at.y) / scale);
    this.zoom = to;
    await tick();
    const after = this.#subject();
    const place = after.layout.strata.find(({ step }) => step.id === held);
    if (place !== undefined) this.scroller?.scrollTo({ left: (place.x + place.width / 2) * after.scale - at.x, top: (place.y + place.height / 2) * after.scale - at.y });
  }

  /** The closest zoom in which all of the drawing is seen. */
  fit(): void {
    const { layoutIn, scale } = this.#subject();
    if (this.width === 0) this.zoom = undefined;
    else this.zoom = DENSITIES.find((density) => {
      const { width, height } = layoutIn(density);
      return width * scale <= this.width && height * scale <= this.height;
    }) ?? 'map';
    this.scroller?.scrollTo({ left: 0, top: 0 });
  }

  /** Scrolls so that a box of the drawing can be seen. */
  reveal(box: Box): void {
    if (this.scroller === undefined) return;
    const { scale } = this.#subject();
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.scroller;
    const left = Math.min(box.x * scale - MARGIN, Math.max(scrollLeft, (box.x + box.width) * scale + MARGIN - clientWidth));
    const top = Math.min(box.y * scale - MARGIN, Math.max(scrollTop, (box.y + box.height) * scale + MARGIN - clientHeight));
    if (left !== scrollLeft || top !== scrollTop) this.scroller.scrollTo({ left, top });
  }

  /** Puts a point of the drawing in the middle. */
  centre(x: number, y: number): void {
    const { scale } = this.#subject();
    this.scroller?.scrollTo({ left: x * scale - this.width / 2, top: y * scale - this.height / 2 });
  }

  /** Attachment of the element that scrolls. */
  hold = (node: HTMLElement): (() => void) => {
    this.scroller = node;
    const off = [
      on(node, 'wheel', this.#turn, { passive: false }),
      on(node, 'pointerdown', this.#drag),
      on(node, 'scroll', () => (this.at = { x: node.scrollLeft, y: node.scrollTop })),
    ];
    return () => off.forEach((stop) => stop());
  };

  #turn = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#turned += event.deltaY;
    if (Math.abs(this.#turned) < TURN) return;
    void this.zoomBy(Math.sign(this.#turned), { x: event.clientX, y: event.clientY });
    this.#turned = 0;
  };

  /** A mouse drags the ground; fingers scroll as they do everywhere. */
  #drag = (down: PointerEvent): void => {
    const node = this.scroller;
    if (node === undefined || down.pointerType !== 'mouse' || down.button !== 0 || (down.target as Element).closest('[data-place], [data-stage]')) return;
    const from = { x: node.scrollLeft + down.clientX, y: node.scrollTop + down.clientY };
    const off = [
      on(window, 'pointermove', (event: PointerEvent) => node.scrollTo({ left: from.x - event.clientX, top: from.y - event.clientY })),
      on(window, 'pointerup', () => off.forEach((stop) => stop())),
    ];
  };
}

/** The step that is drawn nearest to a point. */
function nearest({ strata }: GraphLayout, x: number, y: number): string | undefined {
  let best: { readonly id: string; readonly far: number } | undefined;
  for (const { step, ...box } of strata) {
    const far = Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
    if (best === undefined || far < best.far) best = { id: step.id, far };
  }
  return best?.id;
}
