/**
 * A line for a log, without what a note says and how a file is called: everything behind the first line is left out,
 * which is where the client library puts texts, and addresses and paths are blotted out.
 */
export function discreet(message: string): string {
  const [line = ''] = message.split(/[\r\n]/, 1);
  // A whole protocol message: its text may stand anywhere in it.
  if (line.startsWith('{')) return '{…}';
  return line.replace(/[A-Z][\w+.-]*:\/\/\S*/gi, '<address>').replace(/(?<=^|[\s"'(])(?:[A-Z]:)?[\\/]\S*/gi, '<path>');
}
