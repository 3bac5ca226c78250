import { newReference } from '../graph/mask-errors.ts';
import { HttpError } from '../http-error.ts';

/** What was asked could not be written down, so it is not answered. */
export class AuditUnavailableError extends HttpError {
  /** Under which the log has the cause. */
  readonly reference: string;

  constructor(options?: ErrorOptions) {
    const reference = newReference();
    super(
      503,
      'AUDIT_UNAVAILABLE',
      `Nothing can be shown or changed at the moment, because it cannot be written down who did it. Try again in a minute. If it lasts, report it with the reference ${reference}.`,
      options,
    );
    this.reference = reference;
  }
}
