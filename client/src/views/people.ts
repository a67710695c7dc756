/** People, their current quarter, its focus areas with targets, and what is promised. */
import { l10n, ThemeIcon } from 'vscode';
import type { FocusAreaView, PersonView, PromiseView, TargetView } from '../../../server/src/lsp/protocol.ts';
import { branch, dueText, joined, leaf, stateIcon, stateWord } from './items.ts';
import type { Branch, View } from './view.ts';

export const peopleView: View = {
  id: 'oneOnOne.people',
  branches: ({ people }) =>
    people.map((person) => personBranch(person, people.length <= fewPeople ? 'open' : 'closed')),
  description: () => undefined,
};

/** So many people are shown with what is below them. */
const fewPeople = 3;

function personBranch(person: PersonView, at: 'open' | 'closed'): Branch {
  const { id, name, lastMeeting, nextMeeting, dueCount, place } = person;
  const due = dueCount === 0 ? null : l10n.t('{0} due', dueCount);
  const tooltip = [
    name,
    lastMeeting && l10n.t('Last meeting: {0}', lastMeeting),
    nextMeeting && l10n.t('Next meeting: {0}', nextMeeting),
    due,
  ];
  const parts = {
    ...{ id, label: name, place, kind: 'person', icon: new ThemeIcon('person') },
    description: joined(due),
    tooltip: tooltip.filter((line) => line).join('\n'),
  };
  return { ...branch(parts, [quarterBranch(person), ...promisesBranch(person)], at), uri: place.uri };
}

function quarterBranch({ id, quarter, place: newest }: PersonView): Branch {
  const { label, week, weeks, checkpoint, summary, focusAreas } = quarter;
  const parts = {
    ...{ id: `${id} ${label}`, label, kind: 'quarter', icon: new ThemeIcon('calendar') },
    place: checkpoint ?? summary,
    description: joined(
      l10n.t('week {0} of {1}', week, weeks),
      checkpoint === null && l10n.t('no checkpoint yet'),
      summary !== null && l10n.t('summed up'),
    ),
  };
  const areas = focusAreas.map((area, index) => areaBranch(area, `${id} ${label} ${index}`));
  return { ...branch(parts, areas, 'open'), uri: newest.uri };
}

function areaBranch(area: FocusAreaView, id: string): Branch {
  const { title, place, targets, targetsMet, lastMentioned, meetingsSince, isQuiet } = area;
  const met = targets.length === 0 ? null : l10n.t('{0} of {1} met', targetsMet, targets.length);
  const quiet = isQuiet && l10n.t('gone quiet');
  const spoken = lastMentioned === null ? l10n.t('Not mentioned yet') : l10n.t('Last mentioned {0}', lastMentioned);
  const since = meetingsSince === 1 ? l10n.t('1 meeting since') : l10n.t('{0} meetings since', meetingsSince);
  const icon = isQuiet ? 'bell-slash' : targets.length > 0 && targetsMet === targets.length ? 'pass' : 'target';
  const parts = {
    ...{ id, label: title, place, kind: 'focusArea', icon: new ThemeIcon(icon) },
    description: joined(met, quiet),
    tooltip: `${title}\n${joined(spoken, meetingsSince > 0 && since)}`,
  };
  return branch(
    parts,
    targets.map((target, index) => targetLeaf(target, `${id} ${index}`)),
    'closed',
  );
}

function targetLeaf({ text, state, due, isOverdue, place }: TargetView, id: string): Branch {
  const description = joined(dueText(due, isOverdue));
  const spoken = joined(text, stateWord(state), description);
  return leaf({ id, label: text, place, kind: 'target', icon: stateIcon(state, isOverdue), description, spoken });
}

function promisesBranch({ id, promises }: PersonView): Branch[] {
  if (promises.length === 0) return [];
  const late = promises.filter(({ isOverdue }) => isOverdue).length;
  const parts = {
    ...{ id: `${id} promises`, label: l10n.t('Promises'), kind: 'promises', icon: new ThemeIcon('checklist') },
    description: joined(l10n.t('{0} open', promises.length), late > 0 && l10n.t('{0} late', late)),
  };
  const below = promises.map((promise, index) => promiseLeaf(promise, `${id} promise ${index} ${promise.text}`));
  return [branch(parts, below, 'closed')];
}

function promiseLeaf({ text, owners, state, due, carried, isOverdue, place }: PromiseView, id: string): Branch {
  const description = joined(owners.join(', '), dueText(due, isOverdue));
  const times = carried === 1 ? l10n.t('carried over once') : l10n.t('carried over {0} times', carried);
  return {
    ...leaf({
      ...{ id, label: text, place, kind: 'promise', icon: stateIcon(state, isOverdue), description },
      tooltip: joined(text, description, carried > 0 && times),
      spoken: joined(text, stateWord(state), description),
    }),
    place,
  };
}
