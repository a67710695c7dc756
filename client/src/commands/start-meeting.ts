/** Start Meeting: today's section, or file, in the form of the last ones. */
import { writesIntoDocument } from './writing.ts';

export const startMeeting = writesIntoDocument('oneOnOne.startMeeting');
