import { collectionYear } from '@mainstay/primitives';
import { AllFiguresDocument } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Part } from '../page/part.tsx';
import { articlesOf } from './all-figures.articles.ts';
import { FigureByGroup } from './figure-by-group.tsx';
import { MeasureCard, type MeasureCardProps } from './measure-card.tsx';

/** What the figures are of. */
interface AllFiguresProps extends Pick<MeasureCardProps, 'behind' | 'group'> {
  readonly la: string;
  readonly year: number;
}

/** Every figure of an authority for a collection year, under the articles of the model contract, each by groups on demand. */
export function AllFigures({ la, year, group, behind }: AllFiguresProps) {
  const period = collectionYear(year);
  const operation = useOperation(AllFiguresDocument, { la, ...period });
  return (
    <Part what="All figures" operation={operation} shape="cards" count={12}>
      {({ localAuthority }) => {
        if (!localAuthority) return <EmptyState title="There are no figures that you may see." />;
        return articlesOf(localAuthority.childMeasures).map(({ article, title, measures }) => (
          <section key={article} aria-labelledby={`article-${article}`}>
            <h2 className="govuk-heading-m" id={`article-${article}`}>
              {title}
            </h2>
            <div className="mainstay-measures">
              {measures.map((measure) => (
                <div key={measure.indicator.code}>
                  <MeasureCard measure={measure} group={group} {...(behind ? { behind } : {})} />
                  {measure.result.__typename === 'Known' && <FigureByGroup la={la} measure={measure} />}
                </div>
              ))}
            </div>
          </section>
        ));
      }}
    </Part>
  );
}
