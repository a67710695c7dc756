/** Markdown for hovers and documentation. Text of notes and role files is shown as text: never a link, image or HTML. */

/**
 * Note text, safe inside markdown. Addresses become code: renderers make a link of one even where all its signs are
 * escaped.
 */
export function escape(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  let from = 0;
  let escaped = '';
  for (const { index, 0: address } of plain.matchAll(addresses)) {
    escaped += `${escapeSigns(plain.slice(from, index))}\`${address}\``;
    from = index + address.length;
  }
  return escaped + escapeSigns(plain.slice(from));
}

/** Of a page, of a mailbox, and such as begin with `www.`. Bounded, so that a long line takes no long time. */
const addresses = /[a-z]{1,12}:\/\/[^\s`]+|www\.[^\s`]+|[^\s`@]{1,64}@[^\s`@]{1,255}/gi;

function escapeSigns(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$@]/g, '\\$&');
}

/** At most `limit` bullets, and how many more there are. */
export function bullets(texts: readonly string[], limit = 8): string {
  const shown = texts.slice(0, limit).map((text) => `- ${text}`);
  const more = texts.length - limit;
  return more > 0 ? [...shown, `- … and ${more} more`].join('\n') : shown.join('\n');
}

export function paragraphs(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join('\n\n');
}

/** The same words for a client that shows no markdown: marks, escapes and entities become what they stand for. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g, '$1')
    .replace(/(?<!\\)(?:\*\*|[_`])/g, '')
    .replace(/^---\n\n/gm, '')
    .replace(/\\([\\`*_{}[\]()#+!|~$@.])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
