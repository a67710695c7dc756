/** How often the server may end by itself before it is left alone. */

const most = 4;
const windowMilliseconds = 3 * 60 * 1000;

export interface Endings {
  /** It ended, at a time in milliseconds. Gives whether it is worth another try. */
  another(now: number): boolean;
  /** Somebody asked for it: what was is forgotten. */
  forget(): void;
}

export function endings(): Endings {
  let ends: readonly number[] = [];
  return {
    another(now) {
      ends = [...ends, now].filter((end) => now - end < windowMilliseconds);
      return ends.length <= most;
    },
    forget() {
      ends = [];
    },
  };
}
