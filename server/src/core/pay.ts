/** Figures of somebody's pay in a note. */
import type { Entry, Note, Place, Section } from './model.ts';
import { sourceOf } from './write/habits.ts';

/** Private sections count too; code, comments and quotes hold no entries. Linear. */
export function payFigures(note: Note): Place[] {
  const places: Place[] = [];
  const look = (text: string, place: Place): void => {
    if (!/\d/.test(text)) return;
    const source = sourceOf(note, place);
    for (const { start, text: figure } of figuresIn(text)) {
      // Marks before the figure push it to the right in the source.
      const at = place.start + Math.max(0, source.indexOf(figure, start));
      places.push({ ...place, start: at, end: at + figure.length });
    }
  };
  const visitEntry = (entry: Entry): void => {
    look(entry.text, entry.words);
    entry.entries.forEach(visitEntry);
  };
  const visit = (section: Section): void => {
    look(section.title.text, section.title.place);
    section.entries.forEach(visitEntry);
    for (const table of section.tables)
      for (const cell of [...table.header, ...table.rows.flat()]) look(cell.text, cell.place);
    section.sections.forEach(visit);
  };
  for (const { section } of note.regions) if (section !== null) visit(section);
  return places;
}

/** A figure in the same sentence as a word for pay, such that the two belong together. */
function figuresIn(text: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = [];
  let offset = 0;
  for (const sentence of text.split(/(?<=[.!?;])\s/)) {
    const ratio = compaWord.test(sentence);
    if (ratio || payWord.test(sentence)) {
      for (const match of sentence.matchAll(ratio ? ratioFigure : payFigure)) {
        found.push({ start: offset + match.index, text: match[0] });
      }
    }
    offset += sentence.length + 1;
  }
  return found;
}

const compaWord = /\bcompa[- ]?ratio\b/i;

/** Salary, pay, compensation in the six languages; never as part of another word such as payment or payroll. */
const payWord =
  /(?<!\p{L})(?:salary|salaries|base pay|pay(?: rise| raise| increase| cut)?|compensation|total comp|wage|wages|gehalt|gehalts\p{L}*|lohn|salaire|sueldo|stipendio|retribuzione|sal[aá]rio|remunera\p{L}+)(?!\p{L})/iu;

/** 0.85, 1.02, 93 %. */
const ratioFigure = /(?<![\d.,])(?:[01][.,]\d{1,3}|\d{2,3} ?%)(?![\d.,]\d)/g;

/** A sum with a currency, a sum in thousands, or five digits and more: days, times and counts are none. */
const payFigure =
  /(?:[$€£¥] ?\d[\d.,\u00A0 ]{0,14}(?<=\d)k?|(?<![\d.,:/-])\d[\d.,]{0,12}(?<=\d)(?: ?(?:k|K)(?![\p{L}\d])| ?(?:€|£|EUR|USD|GBP|CHF|euros?|dollars?|pounds?)(?!\p{L}))|(?<![\d.,:/-])\d{2,3}[.,]\d{3}(?![\d.,-])|(?<![\d.,:/-])\d{5,7}(?![\d.,:/-]))/gu;
