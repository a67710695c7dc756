/** What stands around a date: whether it is one, or a part of something else. */

/** Not a part of a longer word, number, slug, address, version or sum of money. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  if (
    /[\p{L}\p{N}\p{Sc}+]$|[\p{L}\p{N}/][-\u2010\u2011/\\.:_#=&?~,]$|^[/\\]$|[\\/]$/u.test(before) &&
    !/[:=]$/.test(before)
  )
    return false;
  // `due:2026-11-09` is a date; `10:2026-11-09` is not.
  if (/\d[:=]$/.test(before)) return false;
  const after = text.slice(end, end + 2);
  if (/^[\p{L}\p{N}%\p{Sc}]/u.test(after)) return /^T\d/.test(after);
  return !/^[-/\\.:_#=&][\p{L}\p{N}]|^[/\\]/u.test(after);
}

/** After a month and a day the number is over: `Nov 2-6`, `Nov 2 – 6` and `May 5:30` are something else. */
export function endsItsNumber(text: string, end: number): boolean {
  return !/^(?:[-\u2013\u2014/:.]\d|[ \t][-\u2013\u2014][ \t]\d{1,2}(?![\p{L}\p{N}:/-]))/u.test(
    text.slice(end, end + 8),
  );
}

/** `3/11` ends a line, or is followed by punctuation; `1/2 done` is not a day. */
export function endsItsPhrase(text: string, end: number): boolean {
  return /^\s*(?:$|[^\p{L}\p{N}\s])/u.test(text.slice(end, end + 8));
}

export function isRelease(text: string, at: number): boolean {
  return /(?:^|[^\p{L}])(?:v|ver|version|rel|release|rev|build|patch)\.?[ \t]{0,2}$/iu.test(
    text.slice(Math.max(0, at - 12), at),
  );
}
