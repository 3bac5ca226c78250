const second = 1_000;
const minute = 60 * second;

/** After this long without a request a session is over. */
export const idleMs = 30 * minute;
/** After this long a session is over whatever happens. */
export const absoluteMs = 12 * 60 * minute;
/** How long a token is in force before another takes its place. */
export const rotateAfterMs = 5 * minute;
/** How much longer a token is good that was replaced: for requests that were under way. */
export const replacedGraceMs = 30 * second;
/** How exactly it is known when a session was used last. */
export const seenEveryMs = minute;
