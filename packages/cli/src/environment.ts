/** What the command reads from the environment. */
export interface Environment {
  /** Where the platform runs. */
  readonly url: string;
  /** An access token; null to ask the demonstration for one. */
  readonly token: string | null;
  /** Where published web modules are kept. */
  readonly modulesDir: string;
}

/** `MAINSTAY_URL`, `MAINSTAY_TOKEN` and `DATA_DIR`, with what they are when left out. */
export const environment: Environment = {
  url: (process.env['MAINSTAY_URL'] ?? `http://localhost:${process.env['PORT'] ?? '4000'}`).replace(/\/$/, ''),
  token: process.env['MAINSTAY_TOKEN'] ?? null,
  modulesDir: process.env['MODULES_DIR'] ?? `${process.env['DATA_DIR'] ?? '.data'}/modules`,
};
