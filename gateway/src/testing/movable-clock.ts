import { fixedClock, systemClock, type Clock } from '@mainstay/primitives';

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  /** Moves it on by milliseconds. */
  move(ms: number): void;
}

/** A clock that can be moved; it begins at the present instant unless told otherwise. */
export function movableClock(start: Date = systemClock.now()): MovableClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    today: () => fixedClock(new Date(at)).today(),
    move: (ms) => void (at += ms),
  };
}
