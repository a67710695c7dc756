/** Figures of somebody's pay. */
import type { Entry, Place, Section } from './model.ts';

/**
 * Where figures stand in a section and all below it. Private sections count too; code, comments and quotes hold no
 * entries. `sourceOf` gives the text as typed: marks before a figure push it to the right. Linear.
 */
export function payFigures(section: Section, sourceOf: (place: Place) => string): Place[] {
  const places: Place[] = [];
  const look = (text: string, place: Place): void => {
    if (!/\d/.test(text)) return;
    for (const { start, text: figure } of figuresIn(text)) {
      const at = place.start + Math.max(0, sourceOf(place).indexOf(figure, start));
      places.push({ ...place, start: at, end: at + figure.length });
    }
  };
  const lookInEntry = (entry: Entry): void => {
    look(entry.text, entry.words);
    entry.entries.forEach(lookInEntry);
  };
  const lookIn = (part: Section): void => {
    look(part.title.text, part.title.place);
    part.entries.forEach(lookInEntry);
    for (const table of part.tables) {
      for (const cell of [...table.header, ...table.rows.flat()]) look(cell.text, cell.place);
    }
    part.sections.forEach(lookIn);
  };
  lookIn(section);
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
