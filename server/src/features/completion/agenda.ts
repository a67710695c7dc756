/** The focus areas in force that the standing agenda does not name yet. */
import { names } from '../../core/mentions.ts';
import { spanOf } from '../../core/parse.ts';
import { openFocusAreasOf } from '../../core/private.ts';
import { newestInForce } from '../../core/query.ts';
import { choice, type Offer } from './line.ts';

/** On an item of the agenda, with or without `Focus area:` typed already. */
export const agendaOffer: Offer = ({ request, offset, before, toEnd }) => {
  const { document, series, context } = request;
  const item = /^[ \t]*[-*+][ \t]+/.exec(before);
  if (item === null) return null;
  const isInside = series.agendas.some(({ agenda, document: holder }) => {
    const span = holder === document ? spanOf(document.note, agenda.place) : null;
    return span !== null && span.start <= offset && offset <= span.end + 2;
  });
  const record = newestInForce(series, context);
  if (!isInside || record === null) return null;
  const items = series.agendas.flatMap(({ agenda }) => agenda.items);
  return openFocusAreasOf(record)
    .filter(({ area }) => !items.some((each) => names(area, each.text, each.links)))
    .map(({ area }, index) =>
      choice(`Focus area: ${area.title.text}`, record.quarter.label, index, toEnd(item[0].length)),
    );
};
