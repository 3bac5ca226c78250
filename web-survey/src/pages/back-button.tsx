/** Goes a page back. It is a button that looks like GOV.UK's back link: there is no address to link to. */
export function BackButton({ onBack }: { readonly onBack: () => void }) {
  return (
    <button type="button" className="govuk-back-link survey-back" onClick={onBack}>
      Back
    </button>
  );
}
