/** Markdown for hovers and documentation. Text of notes and role files is shown as text: never a link, image or HTML. */

/** Note text, safe inside markdown. */
export function escape(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_{}[\]()#+!|~$@]/g, '\\$&')
      // An address must not become a link by itself.
      .replace(/:\/\//g, ':&#47;/')
      .replace(/\bwww\./gi, 'www\\.')
      .replace(/\s+/g, ' ')
      .trim()
  );
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
    .replace(/&#47;/g, '/')
    .replace(/&amp;/g, '&');
}
