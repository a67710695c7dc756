/** In the status bar, for the document in front: quarter, week, and focus areas gone quiet. */
import { l10n, StatusBarAlignment, window } from 'vscode';
import type { Disposable } from 'vscode';
import type { PersonQuarterView } from '../../server/src/lsp/protocol.ts';
import type { Front } from './front.ts';

export function quarterInStatusBar(front: Front): Disposable[] {
  const item = window.createStatusBarItem('oneOnOne.quarter', StatusBarAlignment.Right, 101);
  item.name = l10n.t('Quarter of the 1:1 document');
  const show = (): void => {
    const quarter = front.document?.person.quarter;
    if (quarter === undefined) return item.hide();
    const quiet = quarter.focusAreas.filter(({ isQuiet }) => isQuiet);
    item.text = textOf(quarter, quiet.length);
    item.tooltip = tooltipOf(
      quarter,
      quiet.map(({ title }) => title),
    );
    item.accessibilityInformation = { label: item.tooltip.replaceAll('\n', ', ') };
    item.command = 'oneOnOne.showQuarter';
    item.show();
  };
  return [item, front.onDidChange(show)];
}

function textOf({ label, week, weeks }: PersonQuarterView, quiet: number): string {
  const time = `$(calendar) ${label} ${l10n.t('week {0}/{1}', week, weeks)}`;
  return quiet === 0 ? time : `${time} $(bell-slash) ${quiet}`;
}

function tooltipOf({ label, week, weeks, checkpoint, focusAreas }: PersonQuarterView, quiet: string[]): string {
  const lines = [l10n.t('{0}, week {1} of {2}', label, week, weeks)];
  if (checkpoint === null) lines.push(l10n.t('No checkpoint yet'));
  else lines.push(l10n.t('{0} focus areas', focusAreas.length));
  if (quiet.length > 0) lines.push(l10n.t('Gone quiet: {0}', quiet.join(', ')));
  return lines.join('\n');
}
