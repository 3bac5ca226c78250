import { Button } from '../components/button.tsx';
import { csvOf } from '../chart/csv.ts';
import { saveFile } from '../chart/csv-download.tsx';
import { NotificationBanner, WarningText } from '../components/notices.tsx';
import { formatCount } from '../format/format.ts';

/** Links that are to be passed on, and how many were sent. */
export interface GivenLinks {
  /** What happened, in a sentence. */
  readonly heading: string;
  readonly mailed: number;
  readonly links: readonly { readonly recipient: string; readonly path: string }[];
}

/** What came of inviting or reminding. The links are here this once: they go into a file, not onto the page. */
export function LinksGiven({ given, backTo }: { readonly given: GivenLinks; readonly backTo: string }) {
  const { heading, mailed, links } = given;
  const save = () => {
    const rows = links.map(({ recipient, path }) => [recipient, new URL(path, location.origin).href]);
    saveFile('survey-links.csv', csvOf(['For', 'Link'], rows));
  };
  return (
    <>
      <NotificationBanner isSuccess heading={heading}>
        <p className="govuk-body">
          {mailed > 0 ? `${formatCount(mailed, 'e-mail is', 'e-mails are')} on the way. ` : ''}
          {links.length > 0
            ? `${formatCount(links.length, 'link is', 'links are')} to be passed on by you.`
            : 'There is nothing to pass on.'}
        </p>
      </NotificationBanner>
      {links.length > 0 && (
        <>
          <WarningText>
            These links are shown this once. Download them before you leave, pass each to the person it is for, and
            delete the file: whoever has a link can answer in that person’s place.
          </WarningText>
          <Button type="button" onClick={save}>
            Download the links
          </Button>
        </>
      )}
      <p className="govuk-body">
        <Button to={backTo} kind="secondary">
          Back to the survey
        </Button>
      </p>
    </>
  );
}
