/** Long work in small pieces, so that a request that arrives meanwhile is answered at once. */

const sliceMilliseconds = 8;

/** Lets everything else that waits have its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    // In Node, two that pause by timers would leave no turn to messages: while one works, the timer of the other falls
    // due. And what arrived meanwhile is only read after the first turn, to be handled in the second.
    if (typeof setImmediate === 'function') setImmediate(() => setImmediate(resolve));
    else setTimeout(resolve, 0);
  });
}

/** Whether it is time for a pause. Asked after each piece of work, so that each time at least one is done. */
export type IsTimeUp = () => boolean;

/** Calls `work` again and again, with pauses, until it says that nothing is left. */
export async function inSlices(work: (isTimeUp: IsTimeUp) => boolean): Promise<void> {
  for (let more = true; more;) {
    const end = performance.now() + sliceMilliseconds;
    more = work(() => performance.now() >= end);
    if (more) await pause();
  }
}
