import { DecideDecisionDocument, ReplyToDecisionDocument } from '../../generated/operations.ts';
import { Route, Routes } from '../../routing/router.tsx';
import { SectionPages } from '../entries/section-pages.tsx';
import { EntryStepPage } from '../entries/entry-step.page.tsx';
import { answerFields, replyFields } from './decision-fields.ts';
import { decisionKind, decisionSection } from './decision-section.tsx';

/** What was asked to be decided about a child, the form to ask, and those to decide and to reply. */
export function DecisionPages({ childrenPath }: { readonly childrenPath: string }) {
  const common = { childrenPath, section: decisionSection, kind: decisionKind };
  return (
    <Routes>
      <Route
        path=":entryId/decide"
        element={
          <EntryStepPage
            {...common}
            title="Decide"
            fields={({ mayDecide, level }) => answerFields(mayDecide === true, level as never)}
            mutation={DecideDecisionDocument}
            submit="Send the answer"
          />
        }
      />
      <Route
        path=":entryId/reply"
        element={
          <EntryStepPage
            {...common}
            title="Add to the question, or take it back"
            fields={() => replyFields}
            mutation={ReplyToDecisionDocument}
            submit="Send"
          />
        }
      />
      <Route path="*" element={<SectionPages childrenPath={childrenPath} section={decisionSection} />} />
    </Routes>
  );
}
