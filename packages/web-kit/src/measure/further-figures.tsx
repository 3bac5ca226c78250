import { Suspense, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Loading } from '../page/loading.tsx';
import { onDemand } from '../page/on-demand.ts';
import type { MeasureCardProps } from './measure-card.tsx';

const AllFigures = onDemand(async () => (await import('./all-figures.tsx')).AllFigures);

/** A way to every figure of an authority for a collection year, which is asked for only when it is wanted. */
export function FurtherFigures(
  props: { readonly la: string; readonly year: number } & Pick<MeasureCardProps, 'behind' | 'group'>,
) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button kind="secondary" type="button" onClick={() => setIsOpen(true)}>
        Show all figures of the year
      </Button>
    );
  }
  return (
    <Suspense fallback={<Loading />}>
      <AllFigures {...props} />
    </Suspense>
  );
}
