/** Completion, only where a choice exists: one kind a file, the first that fits the line counts. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { agendaOffer } from './completion/agenda.ts';
import { frontMatterOffer } from './completion/front-matter.ts';
import { headingOffer } from './completion/headings.ts';
import { lineAt, type Offer } from './completion/line.ts';
import { unreadOffer } from './completion/nowhere.ts';
import { ownerOffer } from './completion/owners.ts';
import { partOffer } from './completion/parts.ts';
import { ratingOffer } from './completion/ratings.ts';
import { responsibilityOffer } from './completion/responsibilities.ts';
import { snippetOffer } from './completion/snippets.ts';
import { suppressionOffer } from './completion/suppressions.ts';
import { tagOffer } from './completion/tags.ts';
import type { Request } from './request.ts';

const offers: readonly Offer[] = [
  suppressionOffer,
  frontMatterOffer,
  unreadOffer,
  agendaOffer,
  responsibilityOffer,
  ratingOffer,
  ownerOffer,
  headingOffer,
  tagOffer,
  partOffer,
  snippetOffer,
];

export function completion(request: Request, offset: number, client: { readonly snippets: boolean }): CompletionItem[] {
  const line = lineAt(request, offset, client.snippets);
  for (const offer of offers) {
    const items = offer(line);
    if (items !== null) return items;
  }
  return [];
}
