/** The oldest release of each major version whose row-level security is sound (CVE-2024-10976, CVE-2025-8713). */
const OLDEST: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6, 18: 0 };

/**
 * Refuses servers whose row-level security leaks.
 *
 * @throws Error that names the version found and those that serve. `version` is PostgreSQL's `server_version_num`.
 */
export function requireSoundServer(version: number): void {
  const major = Math.floor(version / 10_000);
  const minor = version % 10_000;
  const oldest = OLDEST[major];
  if (major > 18 || (oldest !== undefined && minor >= oldest)) return;
  throw new Error(
    `PostgreSQL ${major}.${minor} does not keep rows apart reliably. Use 15.14, 16.10, 17.6, 18.0 or later.`,
  );
}
