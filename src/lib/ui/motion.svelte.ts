/** Whether anything may move: as the system says, or as the page was asked to be. */
import { prefersReducedMotion } from 'svelte/motion';

class Stillness {
  #asked = $state(false);

  /** Nothing moves on this page, whatever the system says. */
  set asked(asked: boolean) {
    this.#asked = asked;
    if (asked) document.documentElement.dataset.motion = 'off';
    else delete document.documentElement.dataset.motion;
  }

  get current(): boolean {
    return this.#asked || prefersReducedMotion.current;
  }
}

export const stillness = new Stillness();
