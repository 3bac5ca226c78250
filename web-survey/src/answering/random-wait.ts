/** A random whole number from 0 to `most`, each as likely as any other. */
export function randomUpTo(most: number, random: () => number = random32): number {
  const bound = most + 1;
  // Values above the last whole multiple would make small numbers likelier.
  const limit = Math.floor(2 ** 32 / bound) * bound;
  let drawn = random();
  while (drawn >= limit) drawn = random();
  return drawn % bound;
}

/** Waits between `least` and `most` milliseconds: from outside, two requests then cannot be told to be one person's. */
export async function waitAWhile(least: number, most: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, least + randomUpTo(most - least)));
}

function random32(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
