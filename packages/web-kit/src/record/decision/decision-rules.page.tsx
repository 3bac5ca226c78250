import { useState } from 'react';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { Breadcrumbs } from '../../components/wayfinding.tsx';
import {
  DecisionRulesDocument,
  PeopleToDecideDocument,
  SetDecisionRuleDocument,
  type DecisionRuleRowFragment,
} from '../../generated/operations.ts';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { Page } from '../../page/page.tsx';
import { Part } from '../../page/part.tsx';
import { useNavigate, useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { choiceInWords } from '../entries/entry-rows.ts';
import { withoutKey } from '../form/read-record-form.ts';
import { RecordForm } from '../form/record-form.tsx';
import { ruleFields } from './decision-fields.ts';
import { decisionLevels, decisionTypes } from './decision-words.ts';

const title = 'Who may decide what';

/** Who may decide what about the authority's children; its managers change it. */
export function DecisionRulesPage({ la, decisionsPath }: { readonly la: string; readonly decisionsPath: string }) {
  const { role } = useViewer();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const operation = useOperation(DecisionRulesDocument, { la });
  const mayChange = role === 'la-manager';
  return (
    <Page
      title={title}
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={[{ text: 'Decisions', to: decisionsPath }]} />}
    >
      <Part what={title} operation={operation} shape="table" count={8}>
        {({ localAuthority }) => {
          const rules = localAuthority?.decisionRules ?? [];
          const changed = mayChange ? rules.find(({ type }) => type === search.get('change')) : undefined;
          return changed ? (
            <RuleForm key={changed.type} la={la} rule={changed} onFaults={setHasErrors} />
          ) : (
            <Rules rules={rules} mayChange={mayChange} />
          );
        }}
      </Part>
    </Page>
  );
}

function Rules({
  rules,
  mayChange,
}: {
  readonly rules: readonly DecisionRuleRowFragment[];
  readonly mayChange: boolean;
}) {
  return (
    <>
      <p className="govuk-body">A change holds for what is asked from then on. What was asked before keeps its rule.</p>
      <Table
        caption={title}
        isCaptionHidden
        hasRowHeads
        rows={rules}
        rowKey={({ type }) => type}
        columns={[
          { key: 'type', head: 'What', cell: ({ type }) => choiceInWords(decisionTypes, type) },
          {
            key: 'level',
            head: 'Who decides, at least',
            cell: ({ level, deciders }) =>
              deciders.length > 0
                ? deciders.map(({ id, name }) => name ?? id).join(', ')
                : choiceInWords(decisionLevels, level),
          },
          {
            key: 'own',
            head: 'The one who asks, too',
            cell: ({ mayDecideOwn }) => (mayDecideOwn ? 'Yes' : 'No'),
          },
          { key: 'days', head: 'Days', isNumeric: true, cell: ({ days }) => days },
          ...(mayChange
            ? [
                {
                  key: 'change',
                  head: 'Change',
                  cell: ({ type }: DecisionRuleRowFragment) => (
                    <Link to={`?change=${type}`}>
                      Change<span className="govuk-visually-hidden">: {choiceInWords(decisionTypes, type)}</span>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function RuleForm(props: {
  readonly la: string;
  readonly rule: DecisionRuleRowFragment;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { la, rule, onFaults } = props;
  const navigate = useNavigate();
  const people = useOperation(PeopleToDecideDocument, { la });
  const set = useMutationOperation(SetDecisionRuleDocument);
  return (
    <Part what="The form" operation={people} shape="text" count={4}>
      {({ localAuthority }) => {
        const choices = (localAuthority?.people ?? []).map(({ id, name }) => ({ value: id, text: name ?? id }));
        return (
          <>
            <h2 className="govuk-heading-m">{choiceInWords(decisionTypes, rule.type)}</h2>
            <RecordForm
              fields={ruleFields.map((field) => (field.kind === 'several' ? { ...field, choices } : field))}
              initial={{ ...rule, deciderIds: rule.deciders.map(({ id }) => id) } as never}
              send={async (answers) =>
                (await set.run({ input: { ...withoutKey(answers), la, type: rule.type } as never })).result
              }
              onDone={() => navigate('?')}
              onFaults={onFaults}
              submit="Save the rule"
              cancelTo="?"
            />
          </>
        );
      }}
    </Part>
  );
}
