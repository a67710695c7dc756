/** What is no text of the description: blanked, so that everything else keeps its place. */

/** A name that stands in the file for a place in it: `<a id="x"></a>`, `{#x}`. */
export interface NamedPlace {
  readonly name: string;
  readonly offset: number;
}

export interface Prepared {
  /** As long as the source, with the same line breaks. */
  readonly text: string;
  readonly names: readonly NamedPlace[];
}

/**
 * Blanks a byte order mark, ERB tags, HTML comments, attribute lists (`{:toc}`, `{:.class}`, `{#id}`) and empty
 * anchors. Code blocks stay: the parser knows them, and a diagram in one may say the next levels.
 */
export function prepare(source: string): Prepared {
  const names: NamedPlace[] = [];
  let text = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
  text = blankBetween(text, '<!--', '-->');
  text = blankBetween(text, '<%', '%>');
  text = text.replace(
    /<a (?:id|name)=["']?([^"'<>\s]{1,100})["']?\s?\/?>(?:<\/a>)?/gi,
    (match, name: string, at: number) => {
      names.push({ name, offset: at });
      return blank(match);
    },
  );
  text = text.replace(/\{#([^{}\s]{1,100})\}/g, (match, name: string, at: number) => {
    names.push({ name, offset: at });
    return blank(match);
  });
  text = text.replace(/\{::?[^{}\n\r]{0,200}\}/g, blank);
  return { text, names: names.sort((a, b) => a.offset - b.offset) };
}

/** From each opening to its closing mark; one that is never closed is text. */
function blankBetween(text: string, open: string, close: string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    result += text.slice(at, start) + blank(text.slice(start, end + close.length));
    at = end + close.length;
  }
  return result + text.slice(at);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
