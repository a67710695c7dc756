/** Long work in small pieces, so that a request that arrives meanwhile is answered at once. */

const sliceMilliseconds = 8;

/** Lets everything else that waits have its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Calls `work` again and again, with pauses, until it says that nothing is left. */
export async function inSlices(work: (isTimeUp: () => boolean) => boolean): Promise<void> {
  for (let more = true; more;) {
    const end = performance.now() + sliceMilliseconds;
    more = work(() => performance.now() >= end);
    if (more) await pause();
  }
}
