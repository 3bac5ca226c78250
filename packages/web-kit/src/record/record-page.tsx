import { createContext, use, type ReactNode } from 'react';
import { CannotFind } from '../break-glass/cannot-find.tsx';
import { fullName } from '../children/child-summary.tsx';
import { withheldReason } from '../children/withheld.ts';
import { classNames } from '../components/class-names.ts';
import { Link } from '../components/link.tsx';
import { Breadcrumbs } from '../components/wayfinding.tsx';
import { RecordHeadDocument, type RecordHeadQuery, type RecordPart } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { RecordMarks, type RecordPaths } from '../children/record-marks.tsx';
import { useParams } from '../routing/router.tsx';
import { useViewer } from '../session/session.tsx';
import { LeftNotice } from './form/left-notice.tsx';
import { recordSections } from './record-sections.ts';

/** Where the record's restriction and its readers are seen to, for all of its sections. */
export const RecordPathsContext = createContext<RecordPaths | undefined>(undefined);

/** A child's head: who it is, and which parts of the record are withheld. */
export type RecordHead = NonNullable<RecordHeadQuery['child']>;

/** What a section of a record is told. */
export interface RecordPageProps {
  /** The list of children, such as `/la/children`. */
  readonly childrenPath: string;
  /** The section's place below the child's address. */
  readonly section: string;
  /** The page's title without the child: `Visits`, `Record a visit`. */
  readonly title: string;
  /** The part of the record it shows; null where it draws on several. */
  readonly part: RecordPart | null;
  readonly hasErrors?: boolean;
  /** True for a form: one narrow column, and a link back in place of the navigation. */
  readonly isForm?: boolean;
  readonly children: (child: RecordHead) => ReactNode;
}

/** One section of a child's record, with the way to the others. Its address and title name the child by local id only. */
export function RecordPage({ childrenPath, section, title, part, hasErrors, isForm, children }: RecordPageProps) {
  const { childId = '' } = useParams();
  const { audience } = useViewer();
  const paths = use(RecordPathsContext);
  const operation = useOperation(RecordHeadDocument, { id: childId }, { keepPrevious: true });
  const child = operation.data?.child;
  const base = `${childrenPath}/${childId}`;
  return (
    <Page
      {...(hasErrors === undefined ? {} : { hasErrors })}
      title={child ? titleWith(title, section, child.localId) : title}
      caption={child && fullName(child)}
      before={
        <Breadcrumbs
          crumbs={[
            { text: 'Children', to: childrenPath },
            ...(section === '' ? [] : [{ text: child ? `Child ${child.localId}` : 'Child', to: base }]),
            ...(isForm ? [{ text: titleOf(section), to: `${base}/${section}` }] : []),
          ]}
        />
      }
    >
      <Part what="The child’s record" operation={operation} shape="text" count={4}>
        {(data) =>
          data.child ? (
            <>
              {!isForm && <LeftNotice />}
              {!isForm && <RecordNavigation base={base} section={section} withheld={data.child.withheldParts} />}
              {!isForm && <RecordMarks child={data.child} paths={paths} />}
              {part && data.child.withheldParts.includes(part) ? (
                <EmptyState title={`${titleOf(section)}: not open to you.`}>
                  {withheldReason(part, audience)}
                </EmptyState>
              ) : (
                children(data.child)
              )}
            </>
          ) : (
            operation.missing.length === 0 && (
              <EmptyState title="There is no such child that you may see.">
                <CannotFind childrenPath={childrenPath} />
              </EmptyState>
            )
          )
        }
      </Part>
    </Page>
  );
}

/** The first section is the child's own page. */
function titleWith(title: string, section: string, localId: string): string {
  return section === '' ? `Child ${localId}` : `${title}: child ${localId}`;
}

function titleOf(section: string): string {
  return recordSections.find(({ path }) => path === section)?.title ?? '';
}

/** The way to the parts of a child's record that are open to the viewer. */
export function RecordNavigation(props: {
  readonly base: string;
  readonly section: string;
  readonly withheld: readonly RecordPart[];
}) {
  const { base, section, withheld } = props;
  return (
    <nav className="mainstay-record-nav" aria-label="Parts of the record">
      <ul className="mainstay-record-nav__list">
        {recordSections
          .filter(({ part }) => part === null || !withheld.includes(part))
          .map(({ path, title }) => (
            <li
              key={path}
              className={classNames(
                'mainstay-record-nav__item',
                path === section && 'mainstay-record-nav__item--current',
              )}
            >
              <Link
                to={path === '' ? base : `${base}/${path}`}
                {...(path === section ? { 'aria-current': 'page' as const } : {})}
              >
                {title}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
