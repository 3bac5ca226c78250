import { detectors } from '../detectors/index.ts';
import type { DetectorName } from '../facts.ts';
import { keyOf, type SeededAudit } from './seeded-audit.ts';

/** How well a detector does on an audit in which the misuse is known. */
export interface Quality {
  readonly detector: DetectorName;
  /** What was found and was misuse ÷ what was found. */
  readonly precision: number;
  /** What was found and was misuse ÷ all misuse. */
  readonly recall: number;
  readonly found: number;
  readonly planted: number;
}

/** The quality of every detector over several seeded audits together. */
export function qualityOver(audits: readonly SeededAudit[]): Quality[] {
  return (Object.keys(detectors) as DetectorName[]).map((detector) => {
    let [found, planted, right] = [0, 0, 0];
    for (const audit of audits) {
      const keys = new Set(detectors[detector](audit.facts).map(({ subject, childId }) => keyOf(subject, childId)));
      const expected = audit.planted[detector];
      found += keys.size;
      planted += expected.size;
      right += [...keys].filter((key) => expected.has(key)).length;
    }
    return { detector, found, planted, precision: found === 0 ? 1 : right / found, recall: right / planted };
  });
}
