import { AuthorityFiguresDocument } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Part } from '../page/part.tsx';
import type { MeasureCardProps } from './measure-card.tsx';
import { MeasureCards } from './measure-cards.tsx';
import { FurtherFigures } from './further-figures.tsx';
import { FiguresOfYear, useFigureYear } from './use-figure-year.tsx';

/** An authority's figures for a collection year, with a chooser of years. */
export function AuthorityFigures({ la, behind }: { readonly la: string } & Pick<MeasureCardProps, 'behind'>) {
  const { year } = useFigureYear();
  const operation = useOperation(AuthorityFiguresDocument, { la, lastYear: year });
  return (
    <Part what="Figures" operation={operation} shape="cards" count={6}>
      {({ localAuthority }) => {
        if (!localAuthority) return <EmptyState title="There are no figures that you may see." />;
        const measures = localAuthority.childMeasureHistory;
        const held = localAuthority.returns903.map((held903) => held903.collectionYear);
        return (
          <FiguresOfYear heading={`Figures of ${localAuthority.name}`} known={{ held, measures }}>
            <MeasureCards year={year} measures={measures} group={localAuthority.name} {...(behind ? { behind } : {})} />
            <FurtherFigures la={la} year={year} group={localAuthority.name} {...(behind ? { behind } : {})} />
          </FiguresOfYear>
        );
      }}
    </Part>
  );
}
