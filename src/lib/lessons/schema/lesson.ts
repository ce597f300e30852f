/** The front matter of lesson.md. */
import * as v from 'valibot';
import { id, said, maybe, shape, some, words } from './shape.ts';

const whole = (most: number) => v.pipe(v.number(), v.integer('wants a whole number'), v.minValue(0, 'wants 0 or more'), v.maxValue(most, `${String(most)} at most`));

export const frontMatter = shape({
  title: said('As the path shows it.', words),
  summary: said('One sentence: what the reader can do afterwards.', words),
  level: said('How much must be known before.', v.picklist(['beginner', 'intermediate', 'advanced'])),
  minutes: said('How long it takes with its exercises.', whole(600)),
  xp: said('Points for all of its exercises and questions together.', whole(1000)),
  order: said('Its place in the path.', whole(1000)),
  tags: said('What it is found under.', some(id)),
  needs: maybe('Slugs of lessons that come before it.', v.array(id)),
});

export type FrontMatter = v.InferOutput<typeof frontMatter>;
