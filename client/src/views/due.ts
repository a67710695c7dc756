/** What needs attention, the most urgent first, of all people. */
import { l10n, ThemeIcon } from 'vscode';
import type { DueView } from '../../../server/src/lsp/protocol.ts';
import { dueText, joined, leaf } from './items.ts';
import type { Branch, View } from './view.ts';

export const dueView: View = {
  id: 'oneOnOne.due',
  branches: ({ due }) => due.map(dueLeaf),
  description: ({ due }) => {
    const late = due.filter(({ isOverdue }) => isOverdue).length;
    return late === 0 ? undefined : l10n.t('{0} late', late);
  },
};

const icons: Readonly<Record<DueView['kind'], string>> = {
  promise: 'checklist',
  target: 'target',
  checkpoint: 'flag',
  summary: 'book',
  'quiet-focus-area': 'bell-slash',
};

function dueLeaf({ kind, person, name, text, due, isOverdue, place }: DueView, index: number): Branch {
  const quiet = kind === 'quiet-focus-area' && l10n.t('gone quiet');
  const description = joined(name, quiet, dueText(due, isOverdue));
  // What the others are is in their texts; of these two, only the icon tells.
  const word = kind === 'promise' ? l10n.t('promise') : kind === 'target' ? l10n.t('target') : null;
  return {
    ...leaf({
      ...{ id: `${person} ${kind} ${index} ${text}`, label: text, description, place },
      icon: new ThemeIcon(isOverdue ? 'clock' : icons[kind]),
      kind: kind === 'promise' ? 'promise' : 'due',
      tooltip: joined(text, description),
      spoken: joined(text, word, description),
    }),
    place,
  };
}
