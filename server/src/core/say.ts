/** Texts of ours in the reader's language, for what is shown as a page. */

/** Says an English text in the reader's language; `{0}`, `{1}` … stand for the values, whose order may change. */
export type Say = (text: string, ...values: readonly (string | number)[]) => string;

/** `texts` gives a translation by the English text; what it lacks stays English. Never throws. */
export function sayingWith(texts: ReadonlyMap<string, string>): Say {
  return (text, ...values) =>
    (texts.get(text) ?? text).replace(/\{(\d+)\}/g, (sign, index: string) => String(values[Number(index)] ?? sign));
}

export const inEnglish: Say = sayingWith(new Map());
