/** A scene as a list shows it. */
import type { Scenario } from '#engine/workspace/scenario.ts';

export interface SceneCard {
  readonly slug: string;
  readonly title: string;
  readonly about: string;
  /** Heading that it stands under. */
  readonly group: string;
}

/** Groups in their order on the page; those that are not named come last, by name. */
export const groupOrder: readonly string[] = ['Start here', 'JavaScript', 'Python', 'Go', 'Rust', 'Java', '.NET', 'PHP', 'Ruby', 'Elixir', 'C and C++', 'Servers and sites', 'CI and platforms', 'Trouble'];

export function cardOf({ slug, title, about, group }: Scenario): SceneCard {
  return { slug, title, about, group: group ?? 'Start here' };
}

export interface CardGroup {
  readonly name: string;
  readonly cards: readonly SceneCard[];
}

/** Cards whose words all begin somewhere in them, under their headings. */
export function grouped(cards: readonly SceneCard[], query: string): readonly CardGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const kept = cards.filter(({ slug, title, about, group }) => words.every((word) => `${slug} ${title} ${about} ${group}`.toLowerCase().includes(word)));
  const names = [...new Set(kept.map(({ group }) => group))];
  const place = (name: string) => (groupOrder.includes(name) ? groupOrder.indexOf(name) : groupOrder.length);
  return names
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((name) => ({ name, cards: kept.filter(({ group }) => group === name).sort((a, b) => (a.title < b.title ? -1 : 1)) }));
}
