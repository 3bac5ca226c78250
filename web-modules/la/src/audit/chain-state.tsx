import { Details, formatInstant, InsetText, Part, useOperation, WarningText } from '@mainstay/web-kit';
import { AuditStateDocument, type ChainStateFragment } from '../generated/operations.ts';
import { ChainCheck } from './chain-check.tsx';
import { chainInWords } from './chain-words.ts';

/** Whether the audit is whole, and how a reader can know. */
export function ChainState({ la }: { readonly la: string }) {
  const operation = useOperation(AuditStateDocument, { la });
  return (
    <section aria-label="Whether the audit is whole">
      <Part what="Whether the audit is whole" operation={operation} shape="text" count={2}>
        {({ localAuthority }) => localAuthority && <State chain={localAuthority.auditChain} />}
      </Part>
      <ChainCheck onChecked={operation.retry} />
    </section>
  );
}

function State({ chain }: { readonly chain: ChainStateFragment }) {
  const { state, heading, sealed } = chainInWords(chain);
  return (
    <>
      {state === 'broken' ? (
        <>
          <WarningText>{heading}</WarningText>
          <p className="govuk-body">
            Tell your information security officer at once, and let nobody change the database: it shows what happened.
          </p>
        </>
      ) : (
        <InsetText>{heading}</InsetText>
      )}
      <p className="govuk-body">{sealed}</p>
      <Details summary="How this is known">
        <p className="govuk-body">
          Every event is sealed with a fingerprint of itself and of the event before it. Whoever changes, removes or
          moves one breaks every seal that follows.
        </p>
        {chain.headHash && (
          <p className="govuk-body">
            Last seal, signed {formatInstant(chain.headAt)}: <code className="mainstay-code">{chain.headHash}</code>.
            Keep it outside this service, on paper say: an audit that no longer leads to it was changed after that day.
          </p>
        )}
      </Details>
    </>
  );
}
