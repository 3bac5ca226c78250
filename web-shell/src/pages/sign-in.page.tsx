import { Button, Page, startSignIn, useSession } from '@mainstay/web-kit';

/** What somebody sees who is not signed in. */
export function SignInPage() {
  const { demonstration } = useSession();
  return (
    <Page title="Sign in to Mainstay" isNarrow>
      <p className="govuk-body">
        Mainstay shows how stable the lives of children in care are: in their local authority, in the practice that
        looks after them, and to those who inspect both.
      </p>
      {demonstration && (
        <p className="govuk-body">
          This is a demonstration: choose one of its accounts on the next page. No password is needed.
        </p>
      )}
      <Button type="button" onClick={startSignIn}>
        Sign in
      </Button>
    </Page>
  );
}
