/** The time for something was up. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** Waits for `work`, but no longer than `limitMs` milliseconds; then throws TimeLimitError. The work itself may go on. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`No answer within ${limitMs} ms.`)), Math.max(0, limitMs));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
