/** Says a text in the reader's language, as `l10n.t` does: given to what shall also work without an editor around it. */
export type Say = (text: string, ...values: (string | number)[]) => string;
