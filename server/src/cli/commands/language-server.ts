/** `one-on-one language-server --stdio`: the same as `one-on-one-language-server --stdio`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { exit, UsageError } from '../command.ts';
import type { Command } from '../command.ts';

export const languageServer: Command = {
  name: 'language-server',
  operands: '',
  atLeast: 0,
  atMost: 0,
  summary: 'run the language server',
  flags: {
    stdio: { value: null, summary: 'talk over standard input and output' },
    clientProcessId: { value: 'ID', summary: 'the editor; the server ends when it does' },
  },
  notes: ['The day and the configuration come from the editor, so --today and --config do not go with it.'],
  async run({ values, home }) {
    if (!values.isSet('stdio')) throw new UsageError('language-server needs --stdio.');
    if (values.isSet('today') || values.isSet('config')) {
      throw new UsageError('--today and --config do not go with language-server: the editor says both.');
    }
    const parent = values.one('clientProcessId');
    process.argv.splice(2, Infinity, '--stdio', ...(parent === null ? [] : [`--clientProcessId=${parent}`]));
    // A bundle of its own, so that it is one and the same server whichever program starts it.
    createRequire(join(home, 'dist', 'node.cjs'))('./node.cjs');
    return exit.clean;
  },
};
