/** Close Quarter: the summary drafted from the record, and the worksheet's column. */
import { writesIntoDocument } from './writing.ts';

export const closeQuarter = writesIntoDocument('oneOnOne.closeQuarter');
