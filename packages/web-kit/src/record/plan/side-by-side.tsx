import type { PlanSectionFragment } from '../../generated/operations.ts';
import { sectionInWords } from './edition.tsx';

/** Texts of one section beside each other; below each other on a phone. */
export function SideBySide(props: {
  readonly texts: readonly { readonly title: string; readonly section: PlanSectionFragment }[];
}) {
  return (
    <div className="govuk-grid-row">
      {props.texts.map(({ title, section }) => (
        <div key={title} className="govuk-grid-column-one-half">
          <h3 className="govuk-heading-s">{title}</h3>
          <p className="govuk-body mainstay-words">{sectionInWords(section) ?? 'Not written'}</p>
        </div>
      ))}
    </div>
  );
}
