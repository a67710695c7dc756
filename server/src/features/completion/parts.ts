/** The parts that a focus area lacks, in the form of its checkpoint. */
import { spanOf } from '../../core/parse.ts';
import { canonicalForm, formOf, partNames, titleLine } from '../../core/write/checkpoint.ts';
import { choice, type Offer } from './line.ts';

/** On an empty or begun line below a focus area that is a heading. */
export const partOffer: Offer = ({ request, offset, before, toEnd }) => {
  const { note } = request.document;
  if (!/^\*{0,2}\p{L}*$/u.test(before)) return null;
  for (const checkpoint of note.regions.flatMap(({ checkpoints }) => checkpoints)) {
    // Blank lines at its end still belong to what is being written.
    const area = checkpoint.focusAreas.findLast(({ place, form }) => {
      const span = form === 'heading' ? spanOf(note, place) : null;
      return span !== null && span.start < offset && note.text.slice(span.end, offset).trim() === before.trim();
    });
    const inside =
      area ??
      checkpoint.focusAreas.find(({ place, title, form }) => {
        const span = form === 'heading' ? spanOf(note, place) : null;
        const head = spanOf(note, title.place);
        return span !== null && head !== null && head.end < offset && offset <= span.end;
      });
    if (inside === undefined) continue;
    const form = checkpoint.focusAreas.length > 1 ? formOf(note, checkpoint) : canonicalForm;
    return partNames
      .filter((part) => inside[part] === null)
      .map((part, index) => {
        const title = form.partTitle(part);
        const text =
          form.partForm === 'heading'
            ? titleLine(title, inside.depth + 1)
            : form.partForm === 'label' || part === 'responsibility'
              ? `${form.partForm === 'label' ? title : `**${title}`}:${form.partForm === 'label' ? ' ' : '** '}`
              : `**${title}**`;
        return { ...choice(text, `of the focus area`, index, toEnd(0)), label: title, filterText: `${text} ${title}` };
      });
  }
  return null;
};
