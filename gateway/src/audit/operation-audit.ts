import type { Touched } from '@mainstay/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';
import type { AuditActor } from './audit-entry.ts';
import type { AuditKind, AuditOutcome } from './audit-event.ts';
import type { Audit } from './audit.ts';

/** An operation of the graph, as the audit names it. */
export interface AuditedOperation {
  readonly isMutation: boolean;
  readonly name: string | null;
  /** SHA-256 of its text. */
  readonly documentHash: string;
}

/** Writes down one operation of the graph: a query when it has its answer, a mutation before and after. */
export class OperationAudit {
  readonly #audit: Audit;
  readonly #actor: AuditActor;
  readonly #operation: AuditedOperation;
  readonly #requestId: string;

  constructor(o: { audit: Audit; actor: AuditActor; operation: AuditedOperation; requestId: string }) {
    this.#audit = o.audit;
    this.#actor = o.actor;
    this.#operation = o.operation;
    this.#requestId = o.requestId;
  }

  /** Before it runs. Throws AuditUnavailableError: then it must not. */
  async begin(): Promise<void> {
    if (this.#operation.isMutation) await this.#record({ kind: 'CHANGE', outcome: 'INTENDED' });
  }

  /** When it has its answer. Throws AuditUnavailableError: then the answer must not leave. */
  async end(result: FormattedExecutionResult, touched: Touched): Promise<void> {
    const code = codeOf(result);
    const isAnswered = result.data !== undefined && result.data !== null;
    const isRefused = code !== null && !faults.has(code);
    if (isRefused && (refusals.has(code) ? isNothing(touched) : !isAnswered && touched.changes.length === 0)) {
      await this.#record({ kind: 'REFUSAL', outcome: 'REFUSED', touched, code });
      return;
    }
    if (!isAnswered && touched.changes.length === 0) {
      const kind = this.#operation.isMutation ? 'CHANGE' : kindOfReading(touched);
      await this.#record({ kind, outcome: 'FAILED', touched, code });
      return;
    }
    const kind = this.#operation.isMutation ? kindOfChanges(touched) : kindOfReading(touched);
    await this.#record({ kind, outcome: 'DONE', touched, code });
  }

  /** When it did not get as far as an answer. */
  async fail(touched: Touched): Promise<void> {
    const kind = this.#operation.isMutation ? 'CHANGE' : kindOfReading(touched);
    await this.#record({ kind, outcome: 'FAILED', touched, code: 'INTERNAL_SERVER_ERROR' });
  }

  async #record(what: {
    kind: AuditKind;
    outcome: AuditOutcome;
    touched?: Touched;
    code?: string | null;
  }): Promise<void> {
    const { name, documentHash } = this.#operation;
    const actor = what.kind === 'IMPORT' ? { ...this.#actor, purpose: 'import' } : this.#actor;
    const who = { actor, operation: name, documentHash, requestId: this.#requestId };
    await this.#audit.record({ ...what, ...who });
  }
}

/** Codes that say that something went wrong rather than that somebody was refused. */
const faults = new Set(['INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE', 'UNAVAILABLE']);

/** Codes by which a part of an operation is refused while the rest of it is answered. */
const refusals = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

function isNothing({ records, listed, lists, changes }: Touched): boolean {
  return [records, listed, lists, changes].every(({ length }) => length === 0);
}

function codeOf({ errors }: FormattedExecutionResult): string | null {
  const code = errors?.[0]?.extensions?.['code'];
  if (typeof code === 'string') return code;
  return errors?.length ? 'INTERNAL_SERVER_ERROR' : null;
}

/** Lists of the audit itself, by their names in the graph. */
const auditLists = new Set(['auditEvents', 'auditChain', 'accesses', 'log']);

function kindOfReading({ records, lists }: Touched): AuditKind {
  if (lists.some(({ name }) => /csv$/i.test(name))) return 'EXPORT';
  if (lists.some(({ name }) => auditLists.has(name))) return 'AUDIT';
  return records.length > 0 ? 'READ' : 'LIST';
}

/** The kinds by what was changed, in the words that the parts of the platform use; the first that fits. */
const kindsByChange: readonly (readonly [RegExp, AuditKind])[] = [
  [/glass/, 'BREAK_GLASS'],
  [/^signed out/, 'SIGN_OUT'],
  [/restrict|inspection|sample|credential|reviewing officer|allocation|contract|named/, 'POLICY'],
  [/import|postcodes/, 'IMPORT'],
];

function kindOfChanges({ changes }: Touched): AuditKind {
  for (const [pattern, kind] of kindsByChange) if (changes.some(({ what }) => pattern.test(what))) return kind;
  return 'CHANGE';
}
