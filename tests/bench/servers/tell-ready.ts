/** Tells the bench that this server is ready and where, and ends the process when told to. */
export function tellReady(addresses: Readonly<Record<string, string>>, stop: () => Promise<void>): void {
  process.once('SIGTERM', () => {
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  process.send?.(addresses);
}

/** A setting that the bench gives to its servers. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`The bench did not set ${name}.`);
  return value;
}
