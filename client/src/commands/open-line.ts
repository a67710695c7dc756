/** Opens the line that an item of a view stands for. Not in the palette: it means nothing without a place. */
import type { ViewPlace } from '../../../server/src/lsp/protocol.ts';
import { openPlace } from '../open.ts';
import type { Command } from './command.ts';

export const openLine: Command = {
  id: 'oneOnOne.openLine',
  async run(_app, argument) {
    await openPlace(argument as ViewPlace);
  },
};
