// One person who types a sentence at the end of a line in the middle of a document, letter by letter.

const sentence = 'and then some more text ';

/** The next letter each time it is called, as a function that sends it. */
export function typist(editor, uri, text) {
  const place = placeToType(text);
  let typed = 0;
  return {
    /** Where the first letter goes. */
    place,
    next() {
      const position = { line: place.line, character: place.character + typed };
      const letter = sentence[typed % sentence.length];
      return editor.insertion(uri, position, place.offset + typed++, letter);
    },
  };
}

function placeToType(text) {
  const from = text.indexOf('\n', text.length >> 1) + 1;
  const found = /^(?:- )?[A-Z][\p{L}’ ]{20}.*\.$/mu.exec(text.slice(from));
  const offset = from + found.index + found[0].length;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length, offset };
}
