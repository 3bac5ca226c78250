import { NotFoundPage } from '../../page/not-found.page.tsx';
import { Route, Routes } from '../../routing/router.tsx';
import type { WithChild } from './entry-kind.ts';
import { EntriesPage, type SectionPageProps } from './entries.page.tsx';
import { RecordEntryPage } from './record-entry.page.tsx';
import { WithdrawEntryPage } from './withdraw-entry.page.tsx';

/** All pages of a section: its lists, and for each kind of entry the forms to record, change and withdraw one. */
export function SectionPages<Subject extends WithChild>({ childrenPath, section }: SectionPageProps<Subject>) {
  return (
    <Routes>
      <Route index element={<EntriesPage childrenPath={childrenPath} section={section} />} />
      {section.kinds.flatMap((kind) => {
        const form = <RecordEntryPage key={kind.path} childrenPath={childrenPath} section={section} kind={kind} />;
        const below = kind.path === '' ? '' : `${kind.path}/`;
        return [
          <Route key={`${below}new`} path={`${below}new`} element={form} />,
          <Route key={`${below}change`} path={`${below}:entryId/change`} element={form} />,
          <Route
            key={`${below}withdraw`}
            path={`${below}:entryId/withdraw`}
            element={<WithdrawEntryPage childrenPath={childrenPath} section={section} kind={kind} />}
          />,
        ];
      })}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
