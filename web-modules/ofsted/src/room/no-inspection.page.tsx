import { Page } from '@mainstay/web-kit';

/** What an inspector sees on every page while no inspection that names them is open. */
export function NoInspectionPage() {
  return (
    <Page title="No inspection is open to you" isNarrow>
      <p className="govuk-body">
        An authority’s records are open to an inspector only while an inspection that names them is open: from its first
        day to its last, or until the authority closes it.
      </p>
      <p className="govuk-body">
        If you are inspecting an authority now, ask your contact there to open the inspection in Mainstay and to name
        you. Nothing else is needed: it is open to you as soon as they have done so, and you load this page again.
      </p>
    </Page>
  );
}
