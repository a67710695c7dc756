/**
 * The pages of the package: what an editor shows of the extension before and after it is installed. There is no public
 * copy of this repository, so that a relative link or picture would lead nowhere: links become their words, pictures go.
 */

/** Sections of the README for those who have a clone. */
const forCloners = ['Two commands', 'Other editors', 'Command line', 'Speed', 'Limits'];

/** The README of the package. Throws where a section that it leaves out is not there any more. */
export function galleryReadme(readme) {
  const sections = readme.split(/^(?=## )/m);
  const titleOf = (section) => /^## (.*)/.exec(section)?.[1];
  for (const title of forCloners)
    if (!sections.some((section) => titleOf(section) === title)) throw new Error(`README.md has no section "${title}"`);
  return `${withoutLinks(sections.filter((section) => !forCloners.includes(titleOf(section))).join('')).trimEnd()}\n`;
}

/** A markdown page whose relative links are plain words, and which shows no picture of this repository. */
export function withoutLinks(page) {
  return page
    .replace(/^!\[[^\]]*\]\((?!\w+:)[^)]*\)\n\n?/gm, '')
    .replace(/ \((?:\[[^\]]*\]\((?!\w+:)[^)]*\)(?:, )?)+\)/g, '')
    .replace(/\[([^\]]*)\]\((?!\w+:)[^)]*\)/g, '$1');
}
