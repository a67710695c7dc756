/** The rating scale, in the cells of the worksheet. */
import { spanOf } from '../../core/parse.ts';
import { choice, type Offer } from './line.ts';

export const ratingOffer: Offer = ({ request, offset, before, toCursor }) => {
  const { document, context } = request;
  if (!before.includes('|')) return null;
  const worksheet = document.note.regions
    .flatMap(({ worksheets }) => worksheets)
    .find(({ place }) => {
      const span = spanOf(document.note, place);
      return span !== null && span.start <= offset && offset <= span.end + 1;
    });
  if (worksheet === undefined) return null;
  const cells = before
    .trimStart()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
  const isRating = worksheet.columns.some(({ index }) => index === cells.length - 1);
  const typed = cells.at(-1)!.trimStart();
  if (!isRating) return [];
  return context.configuration.ratings.scale.map((rating, index) =>
    choice(rating, 'rating', index, toCursor(before.length - typed.length)),
  );
};
