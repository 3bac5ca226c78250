/**
 * Whether a module that was built for version `needed` of the kit runs with `actual`: the same major version (before 1.0
 * the same minor), and no older.
 */
export function isServedBy(needed: string, actual: string): boolean {
  const [major = 0, minor = 0, patch = 0] = needed.split('.').map(Number);
  const [hadMajor = 0, hadMinor = 0, hadPatch = 0] = actual.split('.').map(Number);
  if (major !== hadMajor) return false;
  if (minor === hadMinor) return patch <= hadPatch;
  return major > 0 && minor < hadMinor;
}
