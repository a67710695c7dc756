/** Responsibilities of the role, for the name of a focus area or for what it is about. */
import { CompletionItemKind, MarkupKind, type CompletionItem, type Range } from 'vscode-languageserver-types';
import { quarterOf } from '../../core/calendar.ts';
import { itemsInFocus, standingOf } from '../../core/query.ts';
import { nextLevels } from '../../core/roles/catalogue.ts';
import { addedByNext, effectiveItems, type EffectiveItem } from '../../core/roles/effective.ts';
import { areaDraftOf, isChoosable } from '../../core/write/areas.ts';
import type { Request } from '../request.ts';
import { order, type Offer } from './line.ts';

const label =
  /^[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,2}[.)][ \t]+)?(?:\*\*)?(?<label>Focus area(?: ?#?\d{1,2})?|Responsibility|Responsibilities)(?:\*\*:|:\*\*|:)(?:\*\*)?[ \t]*/i;

/** Behind `Focus area:` and `Responsibility:`. */
export const responsibilityOffer: Offer = ({ request, before, toEnd }) => {
  const value = label.exec(before);
  if (value === null) return null;
  const wants = /^focus/i.test(value.groups!.label!) ? 'title' : 'responsibility';
  return responsibilities(request, wants, toEnd(value[0].length));
};

interface Choice {
  readonly choice: EffectiveItem;
  /** `this level`, or the next level's title. */
  readonly where: string;
  readonly rank: number;
}

/** This level's first, then the next level's; what is in focus this quarter already comes last. */
function responsibilities(request: Request, wants: 'title' | 'responsibility', range: Range): CompletionItem[] {
  const standing = standingOf(request.series);
  if (standing?.level == null) return [];
  const { role, level, specialty } = standing;
  const chosen = chosenIds(request);
  const choices: Choice[] = effectiveItems(role, level, specialty).map((choice) => ({
    choice,
    where: 'this level',
    rank: 0,
  }));
  for (const next of nextLevels(role, level)) {
    for (const choice of addedByNext(role, level, next, specialty)) {
      choices.push({ choice, where: `next level: ${next.title}`, rank: 1 });
    }
  }
  return choices
    .filter(({ choice }) => isChoosable(choice))
    .map(({ choice, where, rank }, index): CompletionItem => {
      const { title, responsibility } = areaDraftOf(choice.item);
      const isChosen = chosen.has(choice.item.id);
      const newText = wants === 'title' ? title : responsibility;
      return {
        label: newText,
        labelDetails: { description: isChosen ? `${where}, in focus` : where },
        detail: `${choice.area.name} · ${where}`,
        documentation: { kind: MarkupKind.PlainText, value: responsibility },
        kind: CompletionItemKind.Value,
        sortText: order((isChosen ? 2 : rank) * 1000 + index),
        // Any word finds it, not only the first.
        filterText: `${newText} ${responsibility}`,
        textEdit: { range, newText },
      };
    });
}

/** In this quarter, or in one that was planned ahead. */
function chosenIds({ series, context }: Request): Set<string> {
  const standing = standingOf(series);
  const current = quarterOf(context.today, context.configuration.quarters);
  const records = series.quarters.filter(({ quarter }) => quarter.start >= current.start);
  return new Set(records.flatMap((record) => [...itemsInFocus(record, standing)]));
}
