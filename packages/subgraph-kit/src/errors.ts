/** The codes of the refusals that reach a client with their own message. */
export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'UNAVAILABLE';

/**
 * A refusal: something the caller is told in so many words. Every other error is masked (`mask-errors.ts`).
 *
 * The message says what happened and what to do, and carries no personal data.
 */
export abstract class MainstayError extends Error {
  abstract readonly code: ErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }

  /** Where GraphQL puts the code. */
  get extensions(): { code: ErrorCode } {
    return { code: this.code };
  }
}

/** Nobody is signed in, or the signature on the call does not hold. */
export class UnauthenticatedError extends MainstayError {
  readonly code = 'UNAUTHENTICATED';
}

/** The viewer may not do this. Never used for a record one may not see: that one does not exist. */
export class ForbiddenError extends MainstayError {
  readonly code = 'FORBIDDEN';
}

/** There is no such thing, or none that the viewer may see. */
export class NotFoundError extends MainstayError {
  readonly code = 'NOT_FOUND';
}

/** An argument has a value it cannot have. */
export class BadInputError extends MainstayError {
  readonly code = 'BAD_USER_INPUT';
}

/** A part of the platform does not answer now; trying again later may help. */
export class UnavailableError extends MainstayError {
  readonly code = 'UNAVAILABLE';
}

/** The HTTP status of each refusal. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  UNAVAILABLE: 503,
};

/** The refusal that a code and a message stand for, e.g. when they came over HTTP; null when there is no such code. */
export function refusalOf(code: string, message: string): MainstayError | null {
  switch (code) {
    case 'UNAUTHENTICATED':
      return new UnauthenticatedError(message);
    case 'FORBIDDEN':
      return new ForbiddenError(message);
    case 'NOT_FOUND':
      return new NotFoundError(message);
    case 'BAD_USER_INPUT':
      return new BadInputError(message);
    case 'UNAVAILABLE':
      return new UnavailableError(message);
    default:
      return null;
  }
}
