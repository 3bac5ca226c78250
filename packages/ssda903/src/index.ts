export {
  codeSet,
  codeSetNames,
  isValidCode,
  meaningOf,
  type Code,
  type CodeSet,
  type CodeSetName,
} from './code-sets/code-set.ts';
export { checkOneChild } from './checking/check-one-child.ts';
export { checkReturn, checkReturnInSteps } from './checking/check-return.ts';
export { type CheckResult, type CheckStep, type Fault, type RuleNotRun } from './checking/fault.ts';
export { returnFacts, type ReturnFacts } from './checking/return-facts.ts';
export { type CheckedRow, type ReturnTables, type ReturnToCheck } from './checking/return-to-check.ts';
export { rulesNotRun } from './checking/rules-not-run.ts';
export { decodeText, type DecodedText } from './reading/decode-text.ts';
export { readReturnFile, type ReceivedFile } from './reading/read-return-file.ts';
export { readSentFile, refuseMixedForms } from './reading/read-sent-file.ts';
export { largestFile } from './reading/refusals.ts';
export {
  refusedFile,
  type Delimiter,
  type Encoding,
  type ReturnFile,
  type ReturnForm,
  type RowIn,
  type RowProblem,
} from './reading/return-file.ts';
export { splitCells, type SplitRow, type SplitText } from './reading/split-cells.ts';
export { placementPlace, unmeasuredDistance, type PlacementPlace } from './reference/placement-place.ts';
export {
  normalPostcode,
  postcodeDirectoryOf,
  type PostcodeDirectory,
  type PostcodePlace,
} from './reference/postcodes.ts';
export { readPostcodeFile, type PlacedPostcode, type PostcodeFile } from './reference/read-postcode-file.ts';
export { readProviderFile } from './reference/read-provider-file.ts';
export {
  readProviderList,
  readProviderSheets,
  type ListSheet,
  type ReadProviderList,
} from './reference/read-provider-list.ts';
export { normalUrn, providerListOf, type Provider, type ProviderList } from './reference/providers.ts';
export { type Rule, type RuleGroup, type RuleNeed } from './rules/rule.ts';
export { rules, rulesFor } from './rules/rules.ts';
export { compared, patchedCells, suggestFixes } from './suggesting/suggest-fixes.ts';
export { type CellPatch, type Suggestion, type SuggestionSource } from './suggesting/suggestion.ts';
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
export { writeFaults, type FaultLine } from './writing/write-faults.ts';
export { writeFaultList, type ListedFault } from './writing/write-fault-list.ts';
export { writeReturnTable } from './writing/write-return-table.ts';
export { xmlTables } from './xml/xml-form.ts';
export { writeXmlReturn, type CellsByTable, type LeftOut, type WrittenXml } from './xml/write-xml-return.ts';
