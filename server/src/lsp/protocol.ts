/**
 * What client and server say to each other beyond the Language Server Protocol. The one file of the server that a
 * client may import: plain types and names, nothing else.
 */

export interface InitializationOptions {
  /** ISO day. Default: the clock, asked again as days pass. */
  readonly today?: string;
  /** For documents that no `.one-on-one.yaml` covers; the same keys. */
  readonly configuration?: Record<string, unknown>;
  /** The folder of the built-in role descriptions. Default: the one that is shipped beside the server. */
  readonly builtinRoles?: string;
  /** `client`: the client answers `oneOnOne/fs`, and the server never touches a file itself. */
  readonly files?: 'client';
  /**
   * Names of commands that the client registers itself. Those of `serverCommands` among them are not offered to it, as
   * most clients would register what is offered a second time; lenses may name `oneOnOne.showQuarter` and `oneOnOne.showDue`.
   */
  readonly commands?: readonly string[];
  readonly settings?: PersonalSettings;
  /** Translations of our texts by the English ones, for the picture of a quarter. What is missing stays English. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Server to client: read files and folders, where the client has offered `files: 'client'`. */
export const filesMethod = 'oneOnOne/fs';

export type FilesQuestion =
  | { readonly kind: 'read'; readonly uri: string }
  /** Every markdown and configuration file in a folder and below. */
  | { readonly kind: 'list'; readonly folder: string };

/** The text of a file or null; the addresses of files. Nothing is ever an error: what cannot be read is not there. */
export interface FilesAnswer {
  readonly text?: string | null;
  readonly uris?: readonly string[];
}

/** Folders that hold no notes of anybody's. */
export const skippedFolders: readonly string[] = ['node_modules', '.git'];

export const markdownName = /\.(?:md|markdown)$/i;

export const configurationNames: readonly string[] = ['.one-on-one.yaml', '.one-on-one.yml'];

/** A file larger than this many bytes is not read. */
export const largestFile = 16 * 1024 * 1024;

/**
 * A first look at whether a markdown file is worth starting the server for: by its path, or by the first lines. Too
 * generous at most; the server looks again, with the configuration.
 */
export function looksLikeDocument(path: string, firstLines: string): boolean {
  if (/(?<![a-z0-9])(?:1|one)(?:[-_ ]?on[-_ ]?|[-_: ])(?:1|one)s?(?![a-z0-9])/i.test(path)) return true;
  if (/^#[ \t][^\n]*(?<![a-z0-9])(?:1|one)(?:[-_ ]?on[-_ ]?|[-_: ])(?:1|one)s?(?![a-z0-9])/im.test(firstLines))
    return true;
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(firstLines)) return false;
  return /^[ \t"']*(?:report|person|employee|kind)[ \t"']*:/im.test(firstLines);
}

// ---------------------------------------------------------------------------------------------------------------
// What the client's views show. Every string of these answers is the text of a note: shown as text, never as markup.

/** Client to server: `PeopleQuestion` to `PeopleAnswer`. */
export const peopleMethod = 'oneOnOne/people';

/** Client to server: `QuarterQuestion` to `QuarterAnswer`, or null where there is no 1:1 document or no such quarter. */
export const quarterMethod = 'oneOnOne/quarter';

/** Client to server: `DocumentQuestion` to `DocumentAnswer`, or null where the file is no 1:1 document. Waits for nothing. */
export const documentMethod = 'oneOnOne/document';

/** Client to server: `ProgressQuestion` to `ProgressAnswer`, or null where the file is no 1:1 document. Waits for nothing. */
export const progressMethod = 'oneOnOne/progress';

/** Client to server: `KnownQuestion` to `KnownAnswer`. */
export const knownMethod = 'oneOnOne/known';

/** Client to server: `PageQuestion` to `PageAnswer`, or null where the file is no 1:1 document. */
export const pageMethod = 'oneOnOne/page';

/** Client to server, without parameters: `PrivacyAnswer`. */
export const privacyMethod = 'oneOnOne/privacy';

/** Server to client, without parameters: what the views show may have changed. Sent to a client that has asked for one. */
export const viewsChangedMethod = 'oneOnOne/viewsChanged';

/** A place in a file, to open. Lines and characters count from 0, characters in UTF-16 units. */
export interface ViewPlace {
  readonly uri: string;
  readonly range: ViewRange;
}

export interface ViewRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Absent: all documents that the server knows. With `uri`: only the series of that document. */
export interface PeopleQuestion {
  readonly uri?: string;
}

export interface PeopleAnswer {
  /** ISO day, as the server counts. */
  readonly today: string;
  /** By name. */
  readonly people: readonly PersonView[];
  /** What needs attention, the most urgent first, of all people. */
  readonly due: readonly DueView[];
}

export interface DocumentQuestion {
  readonly uri: string;
}

/** About the document in front. */
export interface DocumentAnswer {
  readonly person: PersonView;
  /** The role description that the document names, at the level if it names one; null where it names none that is known. */
  readonly role: ViewPlace | null;
}

/** What is known that a new document can name. */
export interface KnownQuestion {
  /** The workspace folder that it is for. */
  readonly folder: string;
}

export interface KnownAnswer {
  /** By name, each once. */
  readonly reports: readonly string[];
  readonly managers: readonly string[];
  /** By title. */
  readonly roles: readonly RoleView[];
}

export interface RoleView {
  readonly id: string;
  readonly title: string;
  readonly isBuiltIn: boolean;
  readonly place: ViewPlace;
  /** In the order of the ladder. */
  readonly levels: readonly { readonly id: string; readonly title: string }[];
}

export interface PageQuestion {
  /** `configuration`: how the file is read and why; of any file. */
  readonly kind: 'record' | 'hand-over' | 'configuration';
  readonly uri: string;
}

export interface PageAnswer {
  /** Markdown. */
  readonly text: string;
  /** Where it may be saved, so that its links lead somewhere; null where it is only to be read. */
  readonly uri: string | null;
}

export interface PrivacyAnswer {
  /** How many 1:1 documents were looked at. */
  readonly documents: number;
  readonly findings: readonly { readonly rule: string; readonly message: string; readonly place: ViewPlace }[];
}

/** One series: the documents about one report. */
export interface PersonView {
  /** Stays the same while the series does. */
  readonly id: string;
  /** The report; the name of the file where nobody is named. */
  readonly name: string;
  readonly manager: string | null;
  /** As written in the front matter. */
  readonly role: string | null;
  readonly level: string | null;
  /** Where to go: the newest meeting, else the start of the first document. */
  readonly place: ViewPlace;
  /** By path. */
  readonly uris: readonly string[];
  /** ISO days; null where none is known. */
  readonly lastMeeting: string | null;
  readonly nextMeeting: string | null;
  readonly quarter: PersonQuarterView;
  /** Open promises, the earliest due first, those without a day last. Private ones are left out. */
  readonly promises: readonly PromiseView[];
  /** How many of `PeopleAnswer.due` are theirs. */
  readonly dueCount: number;
}

/** The current quarter. */
export interface PersonQuarterView {
  readonly label: string;
  /** From 1. */
  readonly week: number;
  readonly weeks: number;
  readonly meetings: number;
  /** Null where the quarter has none. */
  readonly checkpoint: ViewPlace | null;
  readonly summary: ViewPlace | null;
  /** Private checkpoints are left out. */
  readonly focusAreas: readonly FocusAreaView[];
}

export interface FocusAreaView {
  readonly title: string;
  readonly place: ViewPlace;
  readonly targets: readonly TargetView[];
  readonly targetsMet: number;
  /** Of the quarter: ISO days of the meetings that mention it. */
  readonly mentions: readonly { readonly date: string; readonly place: ViewPlace }[];
  /** ISO day. */
  readonly lastMentioned: string | null;
  /** How many meetings of the quarter were held since it was last mentioned, or since the checkpoint. */
  readonly meetingsSince: number;
  /** Not mentioned for as many meetings as `followThrough.meetings` says. */
  readonly isQuiet: boolean;
}

export type ViewState = 'open' | 'done' | 'dropped' | 'moved' | 'in-progress';

export interface TargetView {
  readonly text: string;
  readonly state: ViewState;
  /** ISO day. */
  readonly due: string | null;
  readonly isOverdue: boolean;
  readonly place: ViewPlace;
}

export interface PromiseView {
  readonly text: string;
  readonly owners: readonly string[];
  readonly state: ViewState;
  /** ISO days. */
  readonly due: string | null;
  readonly firstSeen: string | null;
  /** In how many further meetings it was written again. */
  readonly carried: number;
  readonly isOverdue: boolean;
  /** Its newest copy. */
  readonly place: ViewPlace;
}

export interface DueView {
  readonly kind: 'promise' | 'target' | 'checkpoint' | 'summary' | 'quiet-focus-area';
  /** `PersonView.id` and `PersonView.name`. */
  readonly person: string;
  readonly name: string;
  readonly text: string;
  /** ISO day; null where it has none. */
  readonly due: string | null;
  readonly isOverdue: boolean;
  readonly place: ViewPlace;
}

export interface ProgressQuestion {
  readonly uri: string;
}

/** The focus areas of one document, of all its quarters, in the order of the document. Private ones are left out. */
export interface ProgressAnswer {
  readonly areas: readonly ProgressView[];
}

export interface ProgressView {
  /** As in the heading or item that names it, without its `Focus area:`. */
  readonly title: string;
  /** From 0. */
  readonly line: number;
  readonly targets: number;
  readonly targetsMet: number;
  /** ISO day. */
  readonly lastMentioned: string | null;
  readonly isQuiet: boolean;
}

/** Without a label: the current quarter of the document's series; else one of `QuarterAnswer.quarters`. */
export interface QuarterQuestion {
  readonly uri: string;
  readonly label?: string;
}

export interface QuarterAnswer {
  readonly name: string;
  readonly label: string;
  /** ISO days; both belong to the quarter. */
  readonly start: string;
  readonly end: string;
  readonly today: string;
  /** The labels of all quarters of the series, earliest first. */
  readonly quarters: readonly string[];
  readonly checkpoint: ViewPlace | null;
  readonly summary: ViewPlace | null;
  /** By day, earliest first. */
  readonly meetings: readonly QuarterMeetingView[];
  readonly focusAreas: readonly FocusAreaView[];
  /**
   * The picture, ready to be shown: an `svg` element without script, link or style sheet, whose colours are the CSS
   * variables `--one-on-one-*` with fallbacks; all text is escaped. What belongs to a week has its number as `data-week`.
   */
  readonly svg: string;
  /** The same as a markdown table. */
  readonly markdown: string;
}

export interface QuarterMeetingView {
  /** ISO day. */
  readonly date: string;
  /** From 1. */
  readonly week: number;
  readonly place: ViewPlace;
  readonly hasCheckpoint: boolean;
  readonly hasSummary: boolean;
  readonly promisesOpened: number;
  readonly promisesClosed: number;
}

// ---------------------------------------------------------------------------------------------------------------
// Commands of `workspace/executeCommand`. The edit comes back as `workspace/applyEdit`; the answer is a `CommandAnswer`.

/**
 * Names that a client must not register itself: vscode-languageclient does so for every command that a server offers.
 * The argument of all is one `CommandArgument`.
 */
export const serverCommands = [
  'oneOnOne.insertCheckpoint',
  'oneOnOne.startMeeting',
  'oneOnOne.startQuarter',
  'oneOnOne.closeQuarter',
  'oneOnOne.closePromise',
  'oneOnOne.insertStandingAgenda',
  'oneOnOne.newDocument',
  'oneOnOne.record',
] as const;

export type ServerCommand = (typeof serverCommands)[number];

/** One argument; a bare address string is taken for `{ uri }`. */
export interface CommandArgument {
  /** The document. For `newDocument`: where the new file is to be, or the workspace folder that is to have it. */
  readonly uri: string;
  /** `closePromise`: where the promise stands (any copy), and what became of it. Default: `done`. */
  readonly position?: { readonly line: number; readonly character: number };
  readonly outcome?: 'done' | 'dropped' | 'moved';
  /** `newDocument`: what is known. */
  readonly report?: string;
  readonly manager?: string;
  readonly role?: string;
  readonly level?: string;
}

export interface CommandAnswer {
  /** `unchanged`: it was done before. `refused`: the client did not apply the edit. `impossible`: see `reason`. */
  readonly outcome: 'applied' | 'unchanged' | 'refused' | 'impossible';
  /** A sentence for people, without the text of any note. */
  readonly reason: string | null;
  /** Where to put the cursor after the edit. */
  readonly place: ViewPlace | null;
}

/**
 * What each person sets for themselves: `initializationOptions.settings`, and later
 * `workspace/didChangeConfiguration` with `{ settings: { oneOnOne: PersonalSettings } }`.
 */
export interface PersonalSettings {
  /** Default: on. */
  readonly codeLens?: { readonly enabled?: boolean };
  /** Default: off. */
  readonly inlayHints?: { readonly enabled?: boolean };
  /** Document symbols and folding. Default: on; VS Code sends `false`, as its own markdown support shows the same. */
  readonly outline?: { readonly enabled?: boolean };
  /** Default: on; VS Code sends `false`, as the extension's grammar colours the same. Looked at once, at the start. */
  readonly semanticTokens?: { readonly enabled?: boolean };
}
