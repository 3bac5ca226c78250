import { Page, Route, Routes, type WebModule } from '@mainstay/web-kit';

function LaPage() {
  return (
    <Routes>
      <Route
        index
        element={
          <Page title="Local authority">
            <p className="govuk-body">There are no pages here yet.</p>
          </Page>
        }
      />
    </Routes>
  );
}

export default { id: 'la', title: 'Local authority', Page: LaPage } satisfies WebModule;
