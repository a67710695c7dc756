/** The server in Node: over standard input and output, or over the channel of the process that forked it. */
import { createMessageConnection, IPCMessageReader, IPCMessageWriter, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { kindOf } from './dispatch.ts';
import { framedReader } from './framing.ts';
import { checkedReader } from './messages.ts';
import {
  builtinRoles,
  compileForOpening,
  parseFlags,
  saveMemory,
  stdinBytes,
  version,
  watchParent,
} from './node-process.ts';
import { diskFiles } from './node-files.ts';
import { serve } from './serve.ts';

const { isForked, parentId } = parseFlags(process.argv.slice(2));
compileForOpening();

// The kind is all that is said: a message may quote a note.
const crash = (error: unknown): void => {
  process.stderr.write(`one-on-one-language-server: ${kindOf(error)}\n`);
  process.exit(1);
};
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
process.on('disconnect', () => process.exit(1));

const reader = isForked ? new IPCMessageReader(process) : framedReader(stdinBytes);
const writer = isForked ? new IPCMessageWriter(process) : new StreamMessageWriter(process.stdout);
// The client starts a server that ended anew; one that waits for the rest of a broken message would wait for ever.
reader.onError(() => process.exit(70));
writer.onError(() => process.exit(1));
if (parentId !== null) watchParent(parentId);
serve(createMessageConnection(checkedReader(reader), writer), {
  version,
  filesIn: diskFiles,
  builtinRoles,
  watchParent,
  saveMemory,
  exit: (code) => process.exit(code),
});
