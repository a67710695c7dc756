/** Heading anchors as GitHub, GitLab and VS Code make them. */
import { slug as githubSlug } from 'github-slugger';

/** The anchor of a heading's text, without the number that a repeated heading gets. */
export function slug(text: string): string {
  return githubSlug(text);
}
