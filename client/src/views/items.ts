/** Items of views: texts of notes are shown as they are, never as markup, and a click goes to the line. */
import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ViewPlace, ViewState } from '../../../server/src/lsp/protocol.ts';
import type { Branch } from './view.ts';

export interface ItemParts {
  /** Stays the same as long as the thing does, so that what was opened stays open. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon: ThemeIcon;
  /** What a screen reader says; the label and description unless it is given. */
  readonly spoken?: string;
  readonly place?: ViewPlace | null;
  /** For menus. */
  readonly kind: string;
}

export function leaf(parts: ItemParts): Branch {
  return { item: itemOf(parts, TreeItemCollapsibleState.None), below: [] };
}

/** Open at first, or closed. Without anything below it is a leaf. */
export function branch(parts: ItemParts, below: readonly Branch[], at: 'open' | 'closed'): Branch {
  if (below.length === 0) return leaf(parts);
  const { Expanded, Collapsed } = TreeItemCollapsibleState;
  return { item: itemOf(parts, at === 'open' ? Expanded : Collapsed), below };
}

/** Parts of a description, those that are there. */
export function joined(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' \u00B7 ');
}

export function stateIcon(state: ViewState, isOverdue: boolean): ThemeIcon {
  if (state === 'done') return new ThemeIcon('pass-filled');
  if (state === 'dropped') return new ThemeIcon('circle-slash');
  if (state === 'moved') return new ThemeIcon('arrow-circle-right');
  return new ThemeIcon(isOverdue ? 'clock' : state === 'in-progress' ? 'circle-large' : 'circle-large-outline');
}

/** As a screen reader says a state. */
export function stateWord(state: ViewState): string {
  const words: Readonly<Record<ViewState, string>> = {
    open: l10n.t('open'),
    done: l10n.t('done'),
    dropped: l10n.t('dropped'),
    moved: l10n.t('moved'),
    'in-progress': l10n.t('in progress'),
  };
  return words[state];
}

/** A due day beside a text; `late` stands in front of one that has passed. */
export function dueText(due: string | null, isOverdue: boolean): string | null {
  if (due === null) return null;
  return isOverdue ? l10n.t('late, due {0}', due) : l10n.t('due {0}', due);
}

function itemOf(parts: ItemParts, state: TreeItemCollapsibleState): TreeItem {
  const { id, label, description, tooltip, icon, spoken, place, kind } = parts;
  const item = new TreeItem(label, state);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip ?? joined(label, description);
  item.iconPath = icon;
  item.contextValue = kind;
  if (spoken !== undefined) item.accessibilityInformation = { label: spoken };
  if (place != null) item.command = { command: 'oneOnOne.openLine', title: l10n.t('Open'), arguments: [place] };
  return item;
}
