import { AnswerReviewConcernDocument, ReportReviewDecisionDocument } from '../../generated/operations.ts';
import { Route, Routes } from '../../routing/router.tsx';
import { EntryStepPage } from '../entries/entry-step.page.tsx';
import { SectionPages } from '../entries/section-pages.tsx';
import { CancelReviewPage } from './cancel-review.page.tsx';
import { HoldReviewPage } from './hold-review.page.tsx';
import { answerFields, reportFields, settleFields } from './review-fields.ts';
import { concernKind, reviewDecisionKind, reviewSection } from './review-section.tsx';

/** The reviews of a child's care plan: prepared, held, called off; their decisions, and the concerns of the IRO. */
export function ReviewPages({ childrenPath }: { readonly childrenPath: string }) {
  const common = { childrenPath, section: reviewSection };
  const concern = { ...common, kind: concernKind, mutation: AnswerReviewConcernDocument, submit: 'Send' };
  return (
    <Routes>
      <Route path="held" element={<HoldReviewPage childrenPath={childrenPath} />} />
      <Route path="meetings/:entryId/hold" element={<HoldReviewPage childrenPath={childrenPath} />} />
      <Route path="meetings/:entryId/cancel" element={<CancelReviewPage childrenPath={childrenPath} />} />
      <Route
        path="decisions/:entryId/report"
        element={
          <EntryStepPage
            {...common}
            kind={reviewDecisionKind}
            title="What became of a decision"
            fields={() => reportFields}
            mutation={ReportReviewDecisionDocument}
            submit="Save what became of it"
          />
        }
      />
      <Route
        path="concerns/:entryId/answer"
        element={<EntryStepPage {...concern} title="Answer a concern" fields={() => answerFields} />}
      />
      <Route
        path="concerns/:entryId/settle"
        element={
          <EntryStepPage {...concern} title="What becomes of a concern" fields={({ stage }) => settleFields(stage)} />
        }
      />
      <Route path="*" element={<SectionPages childrenPath={childrenPath} section={reviewSection} />} />
    </Routes>
  );
}
