/** A rule of the census, as it is told to people. */
export interface CensusRule {
  /** Stable: it is in exports and in what people write to each other. */
  readonly code: string;
  /** What is wrong where it is broken, and what to do. */
  readonly message: string;
  /** True when a worker who breaks it is not loaded. */
  readonly keepsWorkerOut: boolean;
}

/** One fault of a census. Holds no cell's value: it ends up in logs and reports. */
export interface CensusFault {
  readonly rule: string;
  /** The worker's place in the file, from 1; null when the fault is the file's. */
  readonly worker: number | null;
  /** The line of the file; null when the fault is about something that is not there. */
  readonly line: number | null;
  /** The elements concerned. */
  readonly fields: readonly string[];
  readonly message: string;
  readonly keepsWorkerOut: boolean;
}

/** What a rule finds: which elements, and words of its own where the rule's do not say enough. */
export interface Finding {
  readonly fields: readonly string[];
  readonly message?: string;
}
