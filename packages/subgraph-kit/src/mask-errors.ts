import { randomInt } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { BadInputError, MainstayError, UnavailableError } from './errors.ts';
import type { LogFields, Logger } from './logger.ts';

/** The code of every error that is not a refusal. */
export const INTERNAL_ERROR_CODE = 'INTERNAL_SERVER_ERROR';

/** Without letters and digits that are mistaken for each other when read out over the telephone. */
const REFERENCE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What a caller is told of a fault of ours: a reference under which the log has the rest. */
export class MaskedError extends Error {
  override readonly name = 'MaskedError';
  readonly code = INTERNAL_ERROR_CODE;
  readonly reference: string;

  constructor(reference: string) {
    super(`Something went wrong. Reference ${reference}.`);
    this.reference = reference;
  }

  /** Where GraphQL puts the code. */
  get extensions(): { code: string; reference: string } {
    return { code: this.code, reference: this.reference };
  }
}

/** Where an error is logged, and with what beside it. */
export interface MaskingContext {
  readonly logger: Logger;
  readonly fields: LogFields;
  /** Whether a name in an error's path is a field's own; all are when left out. */
  readonly isField?: (name: string) => boolean;
}

/**
 * The one place that decides what leaves the platform: refusals keep their message, everything else becomes a
 * `MaskedError` and is logged under its reference.
 */
export function maskError(error: unknown, { logger, fields }: MaskingContext): MainstayError | MaskedError {
  const cause = rootOf(error);
  if (cause instanceof MaskedError) return cause;
  if (isUnstorable(cause)) return new BadInputError('A text has a character that no text here may have: U+0000.');
  if (cause instanceof MainstayError) {
    if (cause instanceof UnavailableError && cause.cause) logger.warn('unavailable', { ...fields, error: cause.cause });
    return cause;
  }
  const masked = new MaskedError(newReference());
  logger.error('request failed', { ...fields, reference: masked.reference, error: cause });
  return masked;
}

/**
 * The errors of one GraphQL answer, masked. One fault that shows in many fields is logged once, under one reference;
 * so is what a database refuses only because an earlier statement of the transaction had failed.
 */
export function maskGraphErrors(errors: readonly GraphQLError[], context: MaskingContext): GraphQLError[] {
  const known = new Map<unknown, MainstayError | MaskedError>();
  let lastFault: MainstayError | MaskedError | null = null;
  return errors.map((error) => {
    const cause = rootOf(error);
    const isConsequence = lastFault !== null && (cause as { code?: unknown }).code === TRANSACTION_ABORTED;
    const masked = known.get(cause) ?? (isConsequence ? lastFault : null) ?? maskError(cause, located(context, error));
    known.set(cause, masked);
    if (masked instanceof MaskedError || isUnstorable(cause)) lastFault = masked;
    return new GraphQLError(masked.message, { path: error.path ?? null, extensions: { ...masked.extensions } });
  });
}

const TRANSACTION_ABORTED = '25P02';
const NOT_IN_REPERTOIRE = '22021';

/** PostgreSQL takes every character in a text but U+0000. */
function isUnstorable(cause: unknown): boolean {
  return (cause as { code?: unknown } | null)?.code === NOT_IN_REPERTOIRE;
}

/** GraphQL wraps what a resolver throws. An error that GraphQL itself found wraps nothing. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

function located(context: MaskingContext, error: GraphQLError): MaskingContext {
  const { isField = () => true } = context;
  const names = error.path?.filter((step) => typeof step === 'string') ?? [];
  // Other names are ones that whoever asked gave the fields: they may say anything.
  const field = names.map((name) => (isField(name) ? name : '(alias)')).join('.');
  return { logger: context.logger, fields: { ...context.fields, ...(field === '' ? {} : { field }) } };
}

/** Seven letters: about 34 milliard references, so that one names one entry of the log. */
function newReference(): string {
  const letters = Array.from({ length: 7 }, () => REFERENCE_LETTERS[randomInt(REFERENCE_LETTERS.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
