/** Tags of an undated rolling list, at the start of its items. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { spanOf } from '../../core/parse.ts';
import { choice, type Offer } from './line.ts';

const tags: readonly (readonly [string, string])[] = [
  ['TODO', 'the report does it'],
  ['DOTO', 'the manager does it'],
  ['DISCUSS', 'to talk about'],
  ['REVIEW', 'to look at'],
  ['HELP', 'help is wanted'],
  ['FYI', 'to know'],
  ['DONE', 'was done'],
  ['MOVE', 'goes elsewhere'],
  ['DUPLICATE', 'stands elsewhere'],
  ['WONT', 'will not be done'],
  ['WHY', 'a question'],
  ['THINK', 'to think about'],
  ['IDEA', 'an idea'],
  ['SING', 'to celebrate'],
  ['FEEDBACK', 'feedback'],
  ['THANKS', 'thanks'],
  ['SORRY', 'an apology'],
];

export const tagOffer: Offer = ({ request: { document }, offset, before, toCursor }) => {
  const typed = /^[ \t]*[-*+][ \t]+(?<typed>[A-Z]*)$/.exec(before)?.groups?.typed;
  if (typed === undefined) return null;
  const isInside = document.note.regions
    .flatMap(({ rollingLists }) => rollingLists)
    .some(({ items }) => {
      const first = items[0] === undefined ? null : spanOf(document.note, items[0].place);
      const last = items.length === 0 ? null : spanOf(document.note, items.at(-1)!.place);
      return first !== null && last !== null && first.start <= offset && offset <= last.end + before.length + 2;
    });
  if (!isInside) return null;
  return tags.map(([tag, detail], index) => ({
    ...choice(`${tag} `, detail, index, toCursor(before.length - typed.length)),
    kind: CompletionItemKind.Keyword,
  }));
};
