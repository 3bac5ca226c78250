/** The argument of fields that answer as something was known: an instant, now when left out. */
export interface KnownAtArgs {
  readonly knownAt?: Date | null;
}

/** The instant asked for; null for the present. */
export function knownAtOf({ knownAt }: KnownAtArgs): Date | null {
  return knownAt ?? null;
}
