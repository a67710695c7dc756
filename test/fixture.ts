/**
 * Marked text: documents as a person reads them, with what is expected beside it.
 *
 * `//- path` starts a file (a text without one is `one-on-ones/note.md`); `$0` is the cursor; a line of `^^^ message`
 * marks the text above it, and says what is found there (the start of the message is enough).
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
  readonly cursor: { readonly path: string; readonly offset: number } | null;
}

export interface FixtureFile {
  readonly path: string;
  /** Without marks and cursor. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const defaultPath = 'one-on-ones/note.md';

export function readFixture(source: string): Fixture {
  let cursor: Fixture['cursor'] = null;
  const files = splitFiles(source).map(({ path, body }): FixtureFile => {
    const lines: string[] = [];
    const marks: Mark[] = [];
    let length = 0;
    let lastStart = 0;
    for (const line of body.split('\n')) {
      const mark = /^(?<indent>[ \t]*)(?<carets>\^+) (?<message>.*)$/.exec(line)?.groups;
      if (mark !== undefined) {
        const start = lastStart + mark.indent!.length;
        marks.push({ start, end: start + mark.carets!.length, message: mark.message!.trim() });
        continue;
      }
      const at = line.indexOf('$0');
      if (at >= 0) cursor = { path, offset: length + at };
      const clean = at < 0 ? line : line.slice(0, at) + line.slice(at + 2);
      lastStart = length;
      length += clean.length + 1;
      lines.push(clean);
    }
    return { path, text: lines.join('\n'), marks };
  });
  return { files, cursor };
}

function splitFiles(source: string): { path: string; body: string }[] {
  const starts = [...source.matchAll(/^\/\/- (?<path>.+)\n/gm)];
  if (starts.length === 0) return [{ path: defaultPath, body: source }];
  return starts.map((start, index) => ({
    path: start.groups!.path!.trim(),
    body: source.slice(start.index + start[0].length, starts[index + 1]?.index ?? source.length),
  }));
}
