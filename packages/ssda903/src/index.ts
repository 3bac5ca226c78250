export {
  codeSet,
  codeSetNames,
  isValidCode,
  meaningOf,
  type Code,
  type CodeSet,
  type CodeSetName,
} from './code-sets/code-set.ts';
export {
  type CheckedRow,
  type CheckResult,
  type CheckStep,
  type Fault,
  type ReturnTables,
  type ReturnToCheck,
  type RuleNotRun,
} from './checking/check-return.ts';
export { readReturnFile, type ReceivedFile } from './reading/read-return-file.ts';
export { largestFile } from './reading/refusals.ts';
export { type Delimiter, type Encoding, type ReturnFile, type RowIn, type RowProblem } from './reading/return-file.ts';
export { type ColumnSpec, type Need, type TableSpec } from './tables/table-spec.ts';
export {
  columnIndex,
  isCollectedIn,
  isTableName,
  tables,
  tableSpec,
  type ColumnOf,
  type NamedTableSpec,
  type TableName,
} from './tables/tables.ts';
export { writeReturnTable } from './writing/write-return-table.ts';
