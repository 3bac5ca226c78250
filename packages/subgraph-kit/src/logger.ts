/**
 * What a line of the log may carry. The list is closed on purpose: variables, parameters, bodies, names and ids of
 * people have no field here, so they cannot be logged by mistake.
 */
export interface LogFields {
  readonly requestId?: string | undefined;
  readonly subgraph?: string | undefined;
  /** Name of a registered GraphQL operation, or of an internal route; never one that a client made up. */
  readonly operation?: string | undefined;
  /** Path of a field in an answer, without positions in lists and names that are not the schema's. */
  readonly field?: string | undefined;
  /** Hash of a GraphQL document. */
  readonly documentHash?: string | undefined;
  /** The reference a user was given, e.g. `7K2M-93F`. */
  readonly reference?: string | undefined;
  readonly code?: string | undefined;
  readonly role?: string | undefined;
  readonly laCode?: string | undefined;
  readonly practiceId?: string | undefined;
  readonly module?: string | undefined;
  readonly version?: string | undefined;
  readonly status?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly count?: number | undefined;
  readonly port?: number | undefined;
  readonly pid?: number | undefined;
  /** A folder or file of the platform itself, never a file a user sent. */
  readonly path?: string | undefined;
  /** An error; only what `describeError` lets through is written. */
  readonly error?: unknown;
}

/** Writes what happened, one JSON object a line. `error` means that somebody must act now. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** What is written of an error: enough to find the fault, without the values that caused it. */
export interface ErrorDescription {
  readonly name: string;
  readonly message?: string;
  /** SQLSTATE or the operating system's code. */
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  /** Where it was thrown: functions and files only. */
  readonly stack?: readonly string[];
  readonly cause?: ErrorDescription;
}

const FIELDS: ReadonlySet<string> = new Set<keyof LogFields>([
  'requestId',
  'subgraph',
  'operation',
  'field',
  'documentHash',
  'reference',
  'code',
  'role',
  'laCode',
  'practiceId',
  'module',
  'version',
  'status',
  'durationMs',
  'count',
  'port',
  'pid',
  'path',
]);

/** Errors whose message is written by our own code or by the runtime, and never holds a value somebody sent. */
const SAFE_MESSAGES: ReadonlySet<string> = new Set(['Error', 'TypeError', 'ReferenceError']);

const LONGEST_TEXT = 300;

/** A logger that writes JSON lines to `write`, by default standard error; `service` names who writes. */
export function createLogger(options: { service: string; now: () => Date; write?: (line: string) => void }): Logger {
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const log =
    (level: string) =>
    (event: string, fields: LogFields = {}): void =>
      write(
        `${JSON.stringify({ at: options.now().toISOString(), level, service: options.service, event, ...allowed(fields) })}\n`,
      );
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

/** A logger that writes nothing, for tests and scripts. */
export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** The parts of an error that may be logged. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const parts = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const isSafe = SAFE_MESSAGES.has(error.name) && Object.getPrototypeOf(error)?.constructor?.name === error.name;
  const cause =
    error.cause ??
    (error as { originalError?: unknown; driverError?: unknown }).originalError ??
    (error as { driverError?: unknown }).driverError;
  return {
    name: error.name.slice(0, LONGEST_TEXT),
    ...(isSafe ? { message: error.message.slice(0, LONGEST_TEXT) } : {}),
    ...text('code', parts.code),
    ...text('table', parts.table),
    ...text('constraint', parts.constraint),
    stack: framesOf(error),
    ...(cause instanceof Error && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

function allowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!FIELDS.has(name)) continue;
    if (typeof value === 'string') kept[name] = value.slice(0, LONGEST_TEXT);
    else if (typeof value === 'number') kept[name] = value;
  }
  if (fields.error !== undefined) kept['error'] = describeError(fields.error);
  return kept;
}

function text<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === 'string' ? ({ [name]: value.slice(0, LONGEST_TEXT) } as Record<K, string>) : {};
}

/** The message leads the stack and may run over several lines: only the lines that name a place are kept. */
function framesOf(error: Error): string[] {
  const message = error.message.split('\n').length;
  const lines = (error.stack ?? '').split('\n').slice(message);
  return lines
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
