import { Page, Route, Routes, type WebModule } from '@mainstay/web-kit';

function OfstedPage() {
  return (
    <Routes>
      <Route
        index
        element={
          <Page title="Inspection">
            <p className="govuk-body">There are no pages here yet.</p>
          </Page>
        }
      />
    </Routes>
  );
}

export default { id: 'ofsted', title: 'Inspection', Page: OfstedPage } satisfies WebModule;
