import { Page, Route, Routes, type WebModule } from '@mainstay/web-kit';

function SwpPage() {
  return (
    <Routes>
      <Route
        index
        element={
          <Page title="Social work practice">
            <p className="govuk-body">There are no pages here yet.</p>
          </Page>
        }
      />
    </Routes>
  );
}

export default { id: 'swp', title: 'Social work practice', Page: SwpPage } satisfies WebModule;
