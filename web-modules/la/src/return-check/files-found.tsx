import {
  Button,
  ButtonGroup,
  formatCount,
  formatNumber,
  Link,
  NotificationBanner,
  Pagination,
  saveFile,
  Table,
  useLocation,
  useSearchParams,
} from '@mainstay/web-kit';
import { useEffect, useState } from 'react';
import { RulesNotRun } from '../returns/rules-not-run.tsx';
import { addressOfFaults, faultsFromAddress, type AskedFaults } from './check-address.ts';
import type { CheckAnswers } from './check-messages.ts';
import { ChildFaults, type FaultActions } from './child-faults.tsx';
import { ChildRows } from './child-rows.tsx';
import { FaultsByChild, FaultsByRule, FaultTabs } from './fault-lists.tsx';
import { FaultSearch } from './fault-search.tsx';
import type { FilesChanged, FilesChecked } from './file-check.ts';
import type { FileChecker } from './file-checker.ts';

const PAGE = 25;

interface Found {
  readonly checked: FilesChecked;
  readonly checker: () => Promise<FileChecker>;
  readonly onChecked: (checked: FilesChecked) => void;
}

/** What was found in files, with the same lists as the faults of the return that is held. */
export function FilesFound({ checked, checker, onChecked }: Found) {
  const [search] = useSearchParams();
  const asked = faultsFromAddress(search);
  if (asked.child) return <ChildInFiles child={asked.child} {...{ checked, checker, onChecked, asked }} />;
  const { faultCount, children, tables, files, rules, year } = checked;
  const save = (name: string, what: 'faults' | 'xml' | 'table', table = '') => {
    void checker()
      .then((running) => running.ask<'out'>({ ask: 'out', what, table }))
      .then((text) => saveFile(name, text));
  };
  return (
    <section aria-label="What was found">
      <h2 className="govuk-heading-m">
        {formatCount(faultCount, 'fault')} of {formatCount(children.length, 'child', 'children')}
      </h2>
      <Table
        caption="Files"
        captionSize="s"
        isDense
        rows={files.map((file, index) => ({ ...file, key: `${index}` }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', head: 'File', cell: ({ name }) => name },
          { key: 'what', head: 'Taken for', cell: ({ what }) => what },
          { key: 'rows', head: 'Rows', isNumeric: true, cell: ({ rows }) => formatNumber(rows) },
        ]}
      />
      <FaultTabs asked={asked} />
      {asked.view === 'rule' ? <FaultsByRule lines={rules} /> : <ChildrenFound checked={checked} asked={asked} />}
      <h2 className="govuk-heading-m">Save the files with your changes</h2>
      <ButtonGroup>
        <Button kind="secondary" type="button" onClick={() => save(`903-faults-${year}.csv`, 'faults')}>
          List of faults (CSV)
        </Button>
        <Button kind="secondary" type="button" onClick={() => save(`903-${year}.xml`, 'xml')}>
          Whole return (XML)
        </Button>
        {tables.map(({ table, rows }) => (
          <Button
            key={table}
            kind="secondary"
            type="button"
            onClick={() => save(`${table.toLowerCase()}-${year}.csv`, 'table', table)}
          >
            {table} (CSV, {formatNumber(rows)} rows)
          </Button>
        ))}
      </ButtonGroup>
      <RulesNotRun rules={[...checked.rulesNotRun]} />
    </section>
  );
}

function ChildrenFound({ checked, asked }: { readonly checked: FilesChecked; readonly asked: AskedFaults }) {
  const { pathname } = useLocation();
  const { rule, search } = asked;
  const all = checked.children.filter(
    (line) => (!rule || line.rules.includes(rule)) && (!search || line.childLocalId.startsWith(search)),
  );
  const from = Number(asked.after ?? 0) || 0;
  const next = from + PAGE < all.length ? String(from + PAGE) : null;
  return (
    <>
      <FaultSearch asked={asked} />
      <FaultsByChild lines={all.slice(from, from + PAGE)} totalCount={all.length} asked={asked} />
      <Pagination label="Pages of children" next={next && `${pathname}${addressOfFaults({ ...asked, after: next })}`} />
    </>
  );
}

function ChildInFiles(props: Found & { readonly child: string; readonly asked: AskedFaults }) {
  const { child, checked, checker, onChecked, asked } = props;
  const [found, setFound] = useState<CheckAnswers['child']>();
  const [changed, setChanged] = useState<FilesChanged>();
  useEffect(() => {
    let isWanted = true;
    void checker()
      .then((running) => running.ask<'child'>({ ask: 'child', child }))
      .then((answer) => isWanted && setFound(answer));
    return () => {
      isWanted = false;
    };
    // Asked again when the files were checked again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [child, checked]);
  const actions: FaultActions = {
    change: async (fault, row, cells) => {
      const running = await checker();
      const answer = await running.ask<'change'>({ ask: 'change', child, table: fault.table, rowKey: row.key, cells });
      setChanged(answer);
      onChecked(answer.checked);
      return null;
    },
  };
  if (!found) return null;
  return (
    <>
      <p className="govuk-body">
        <Link to={addressOfFaults({ ...asked, child: null })}>Back to all faults</Link>
      </p>
      {changed && (
        <NotificationBanner heading={`${formatCount(changed.fixed.length, 'rule')} put right`} title="Checked again">
          <p className="govuk-body">
            {changed.fixed.length > 0 ? `Gone: ${changed.fixed.join(', ')}.` : 'The change put nothing right.'}
            {changed.appeared.length > 0 && ` Now in sight: ${changed.appeared.join(', ')}.`}
          </p>
        </NotificationBanner>
      )}
      <h2 className="govuk-heading-m">{formatCount(found.faults.length, 'fault')}</h2>
      <ChildFaults faults={found.faults} tables={found.tables} actions={actions} />
      <h2 className="govuk-heading-m">Rows</h2>
      <ChildRows tables={found.tables} faults={found.faults} year={checked.year} />
    </>
  );
}
