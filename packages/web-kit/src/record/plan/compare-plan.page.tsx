import { PlanComparisonDocument, type PlanEditionFragment } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useSearchParams } from '../../routing/router.tsx';
import { RecordedBy } from '../recorded-by.tsx';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { SideBySide } from './side-by-side.tsx';
import { WithPlan } from './plan-subject.tsx';
import { sectionWords } from './plan-words.ts';

/** Two versions of a plan beside each other: the sections that differ. */
export function ComparePlanPage({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <RecordPage childrenPath={childrenPath} section="plans" title="What changed in a plan" part="PLANS" isForm>
      {(head) => <WithPlan head={head}>{(plan) => <Comparison head={head} plan={plan} />}</WithPlan>}
    </RecordPage>
  );
}

function Comparison({ head, plan }: { readonly head: RecordHead; readonly plan: PlanEditionFragment }) {
  const [search] = useSearchParams();
  const version = (name: string, otherwise: number) => Number(search.get(name)) || otherwise;
  const to = version('to', plan.recorded.version);
  const from = version('from', Math.max(to - 1, 1));
  const operation = useOperation(PlanComparisonDocument, {
    id: head.id,
    from: { id: plan.id, version: from },
    to: { id: plan.id, version: to },
  });
  return (
    <Part what="What changed" operation={operation} shape="text" count={4}>
      {({ child }) => {
        const differences = child?.carePlanComparison?.sections ?? [];
        if (differences.length === 0) return <EmptyState title="No section differs between these versions." />;
        return differences.map(({ section, before, after, changed }) => (
          <section key={section} aria-labelledby={section}>
            <h2 className="govuk-heading-m" id={section}>
              {sectionWords[section].title}
            </h2>
            <SideBySide
              texts={[
                { title: `Version ${from}`, section: before },
                { title: `Version ${to}`, section: after },
              ]}
            />
            <RecordedBy recorded={changed} />
          </section>
        ));
      }}
    </Part>
  );
}
