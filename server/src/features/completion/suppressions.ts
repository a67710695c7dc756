/** Ids of rules, in the comments that suppress findings. */
import { ruleChoices, type Offer } from './line.ts';

export const suppressionOffer: Offer = (line) => {
  const comment = /<!--[ \t]*one-on-one-ignore-(?:next-line|section|file)[ \t](?<ids>[\w, \t-]*)$/.exec(line.before);
  return comment === null ? null : ruleChoices(comment.groups!.ids!, line);
};
