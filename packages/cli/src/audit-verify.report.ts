/** Something that a verification found wrong. */
export interface Finding {
  /** The authority, where it is not said otherwise. */
  readonly la?: string;
  readonly kind: string;
  /** The place in the authority's chain; null for what is not in it. */
  readonly sequence: number | null;
  readonly message: string;
}

/** What the platform answers. */
export interface AuditVerification {
  readonly isIntact: boolean;
  readonly verifiedAt: string;
  readonly publicKey: string;
  readonly authorities: readonly {
    readonly la: string;
    readonly isIntact: boolean;
    readonly sealed: number;
    readonly hash: string | null;
    readonly faults: number;
    readonly findings: readonly Finding[];
  }[];
}

/** A verification, as it is printed. */
export function describeAudit({ isIntact, verifiedAt, publicKey, authorities }: AuditVerification): string {
  const lines = authorities.flatMap(({ la, isIntact: isOwnIntact, sealed, hash, faults, findings }) => {
    const state = isOwnIntact ? 'intact' : `TAMPERED WITH: ${faults} ${faults === 1 ? 'finding' : 'findings'}`;
    const more = faults > findings.length ? [`    … and ${faults - findings.length} more`] : [];
    return [`  ${la}: ${sealed} events, ${state}, head ${hash ?? 'none'}`, ...findings.map(describe), ...more];
  });
  return [
    isIntact ? 'The audit is intact.' : 'The audit was TAMPERED WITH.',
    ...(lines.length > 0 ? lines : ['  It holds no events yet.']),
    `Verified at ${verifiedAt}. Heads are signed with the Ed25519 key ${publicKey}.`,
  ].join('\n');
}

/** Findings under a title, as they are printed. */
export function describeFindings(title: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `${title}: all agree with the audit as it is now.`;
  return [`${title}: DO NOT AGREE with the audit as it is now.`, ...findings.map(describe)].join('\n');
}

function describe({ la, kind, sequence, message }: Finding): string {
  const where = [la, sequence === null ? null : `place ${sequence}`]
    .filter((part) => part !== null && part !== undefined)
    .join(', ');
  return `    ${where === '' ? '' : `${where}: `}${kind}: ${message}`;
}
