/** Long work in small pieces, so that a request that arrives meanwhile is answered at once. */

const sliceMilliseconds = 8;

/** Lets everything else that waits have its turn. */
export function pause(): Promise<void> {
  // In Node, two that pause by timers would leave no turn to messages: while one works, the timer of the other falls due.
  return new Promise((resolve) =>
    typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0),
  );
}

/** Calls `work` again and again, with pauses, until it says that nothing is left. */
export async function inSlices(work: (isTimeUp: () => boolean) => boolean): Promise<void> {
  for (let more = true; more;) {
    const end = performance.now() + sliceMilliseconds;
    more = work(() => performance.now() >= end);
    if (more) await pause();
  }
}
