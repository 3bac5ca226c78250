import { formatDate, Link, Page, useSession, type AccessibilityContact } from '@mainstay/web-kit';

/**
 * The statement that regulation 8 of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
 * Regulations 2018 asks for, after the government's model statement. The legal sentences are the same for everybody;
 * the organisation that runs the service supplies the rest.
 */
export function AccessibilityStatementPage() {
  const { accessibility = {}, viewer } = useSession();
  const organisation = accessibility.organisation ?? viewer?.organisation ?? 'The organisation that runs this service';
  return (
    <Page title="Accessibility statement for Mainstay" isNarrow>
      <p className="govuk-body">
        This statement applies to Mainstay, the service you are using. It is run by {organisation}. We want as many
        people as possible to be able to use it. You should be able to:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>change colours, contrast and fonts with your browser or device</li>
        <li>zoom in up to 400% without the text running off the screen</li>
        <li>use all of it with a keyboard, or with speech recognition</li>
        <li>listen to it with a screen reader; every chart has a table with the same figures</li>
      </ul>
      <h2 className="govuk-heading-m">How accessible this service is</h2>
      <KnownProblems problems={accessibility.knownProblems ?? []} />
      <h2 className="govuk-heading-m">Feedback and contact information</h2>
      <p className="govuk-body">
        If you find a problem that is not listed here, or need something on this service in another form, such as large
        print, easy read, audio or braille, {contactOf(accessibility)} We aim to answer within 10 working days.
      </p>
      <h2 className="govuk-heading-m">Enforcement procedure</h2>
      <p className="govuk-body">
        The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites
        and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you are
        not happy with how we respond to your complaint,{' '}
        <Link to="https://www.equalityadvisoryservice.com/">
          contact the Equality Advisory and Support Service (EASS)
        </Link>
        .
      </p>
      <h2 className="govuk-heading-m">Technical information about this service’s accessibility</h2>
      <p className="govuk-body">
        {organisation} is committed to making its service accessible, in accordance with the Public Sector Bodies
        (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <h3 className="govuk-heading-s">Compliance status</h3>
      <p className="govuk-body">{complianceOf(accessibility)}</p>
      <h2 className="govuk-heading-m">Preparation of this statement</h2>
      <p className="govuk-body">{preparationOf(accessibility)}</p>
    </Page>
  );
}

function KnownProblems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) {
    return <p className="govuk-body">We know of no part of this service that is not accessible.</p>;
  }
  return (
    <>
      <p className="govuk-body">We know that some parts of this service are not fully accessible:</p>
      <ul className="govuk-list govuk-list--bullet">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </>
  );
}

function contactOf({ email, phone }: AccessibilityContact): string {
  const ways = [email && `email ${email}`, phone && `call ${phone}`].filter(Boolean);
  return ways.length > 0 ? `${ways.join(' or ')}.` : 'tell the manager of your service, who will pass it on.';
}

function complianceOf({ knownProblems = [], testedOn }: AccessibilityContact): string {
  const standard = 'Web Content Accessibility Guidelines version 2.2 AA standard';
  if (knownProblems.length > 0) {
    return `This service is partially compliant with the ${standard}, due to the non-compliances listed above.`;
  }
  if (testedOn) return `This service is fully compliant with the ${standard}.`;
  return `This service is built to the ${standard}. ${'Every page is tested automatically with each change; it has not yet been audited by people who use assistive technology.'}`;
}

function preparationOf({ preparedOn, testedOn }: AccessibilityContact): string {
  const prepared = preparedOn ? `This statement was prepared on ${formatDate(preparedOn)}. ` : '';
  return testedOn
    ? `${prepared}The service was last tested on ${formatDate(testedOn)}.`
    : `${prepared}It is reviewed with every release of the service.`;
}
