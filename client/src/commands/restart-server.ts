import type { Command } from './command.ts';

export const restartServer: Command = {
  id: 'oneOnOne.restartServer',
  run: (server) => server.restart(),
};
