/** Responsibilities of the role, for the name of a focus area or for what it is about. */
import {
  CompletionItemKind,
  MarkupKind,
  type CompletionItem,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver-types';
import { quarterOf } from '../../core/calendar.ts';
import { itemsInFocus, standingOf } from '../../core/query.ts';
import { nextLevels } from '../../core/roles/catalogue.ts';
import { addedByNext, effectiveItems, type EffectiveItem } from '../../core/roles/effective.ts';
import { areaDraftOf, isChoosable, plainText } from '../../core/write/areas.ts';
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

/** The responsibility in full with its details, its area and whose level it is; null for an item that is not offered. */
export function responsibilityDocumentation(request: Request, id: string): MarkupContent | null {
  const found = choicesFor(request).find(({ choice }) => choice.item.id === id);
  if (found === undefined) return null;
  const { item, area } = found.choice;
  const details = item.details.map((detail) => `- ${plainText(detail)}`);
  const lines = [
    plainText(item.text),
    ...(details.length === 0 ? [] : ['', ...details]),
    '',
    `${area.name} \u00B7 ${found.where}`,
  ];
  return { kind: MarkupKind.PlainText, value: lines.join('\n') };
}

interface Choice {
  readonly choice: EffectiveItem;
  /** `this level`, or the next level's title. */
  readonly where: string;
  readonly rank: number;
}

/** This level's first, then the next level's; what is in focus this quarter already comes last. */
function choicesFor(request: Request): Choice[] {
  const standing = standingOf(request.series);
  if (standing?.level == null) return [];
  const { role, level, specialty } = standing;
  const own = effectiveItems(role, level, specialty).map((choice): Choice => ({
    choice,
    where: 'this level',
    rank: 0,
  }));
  const next = nextLevels(role, level).flatMap((above) =>
    addedByNext(role, level, above, specialty).map((choice): Choice => ({
      choice,
      where: `next level: ${above.title}`,
      rank: 1,
    })),
  );
  return [...own, ...next].filter(({ choice }) => isChoosable(choice));
}

function responsibilities(request: Request, wants: 'title' | 'responsibility', range: Range): CompletionItem[] {
  const chosen = chosenIds(request);
  return choicesFor(request).map(({ choice, where, rank }, index): CompletionItem => {
    const { title, responsibility } = areaDraftOf(choice.item);
    const isChosen = chosen.has(choice.item.id);
    const newText = wants === 'title' ? title : responsibility;
    return {
      label: newText,
      labelDetails: { description: isChosen ? `${where}, in focus` : where },
      detail: `${choice.area.name} · ${where}`,
      // Its documentation follows when it is looked at.
      data: { uri: request.document.uri, item: choice.item.id },
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
