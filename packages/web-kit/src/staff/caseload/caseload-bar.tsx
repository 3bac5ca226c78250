import type { CaseloadFiguresFragment } from '../../generated/operations.ts';
import { childrenOf, needsGroups } from './caseload-words.ts';

const HEIGHT = 20;

/**
 * A caseload as a bar by need, with a mark at the limit: a picture of the figures beside it in the table, which say the same.
 * `most` is what the whole width stands for.
 */
export function CaseloadBar({ caseload, most }: { readonly caseload: CaseloadFiguresFragment; readonly most: number }) {
  const share = (children: number) => (most > 0 ? (children / most) * 100 : 0);
  const grouped = needsGroups.map(({ group }) => ({ group: group as string, children: childrenOf(caseload, group) }));
  const known = grouped.reduce((sum, { children }) => sum + children, 0);
  const parts = [...grouped, { group: 'OTHER', children: caseload.count - known }].filter(
    ({ children }) => children > 0,
  );
  let from = 0;
  return (
    <svg className="mainstay-load" aria-hidden="true" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
      {parts.map(({ group, children }) => {
        const x = from;
        from += share(children);
        return (
          <rect
            key={group}
            className={`mainstay-load__part mainstay-load__part--${group}`}
            x={x}
            y={3}
            width={share(children)}
            height={HEIGHT - 6}
          />
        );
      })}
      {caseload.limit && (
        <rect
          className="mainstay-load__limit"
          x={Math.min(share(caseload.limit.children), 99)}
          y={0}
          width={1}
          height={HEIGHT}
        />
      )}
    </svg>
  );
}

/** What a bar’s whole width stands for: the greatest number or limit of all. */
export function widestOf(caseloads: readonly CaseloadFiguresFragment[]): number {
  return Math.max(0, ...caseloads.flatMap(({ count, limit }) => [count, limit?.children ?? 0]));
}
