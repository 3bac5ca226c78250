export { childId, laCodeOfChild } from './child-id.ts';
export {
  allowChange,
  inRelation,
  namedToViewer,
  notHidden,
  ofOwnAuthority,
  restrictAdding,
  viewerIs,
  type AllowedChange,
  type RestrictedAdding,
} from './database/allow-change.ts';
export type {
  Database,
  DatabaseAudience,
  DatabaseName,
  Db,
  Migration,
  OpenDatabaseOptions,
  Roles,
  SubgraphName,
  TransactionOptions,
} from './database/database.ts';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './database/embedded/start-embedded-postgres.ts';
export { openDatabase } from './database/open-database.ts';
export { appRole, literal, roles } from './database/roles.ts';
export { databaseAudienceOf, type Moment } from './database/signed-context.ts';
export {
  guardBy,
  guardTable,
  openTable,
  type Access,
  type TableGuard,
  type TableRule,
} from './database/row-security.ts';
export {
  BadInputError,
  ForbiddenError,
  HTTP_STATUS,
  MainstayError,
  NotFoundError,
  refusalOf,
  UnauthenticatedError,
  UnavailableError,
  type ErrorCode,
} from './errors.ts';
export { FeedReader, type FeedReaderOptions } from './feed/feed-reader.ts';
export {
  appendAllToOutbox,
  appendToOutbox,
  createFeedCursor,
  createOutbox,
  FEED_CURSOR_SQL,
  OUTBOX_SQL,
  outboxRoute,
  readOutbox,
  type FeedEvent,
} from './feed/outbox.ts';
export {
  cursorOf,
  keyOfCursor,
  LARGEST_PAGE,
  offsetOf,
  pageOf,
  pageSize,
  type Connection,
  type PageInfo,
} from './graph/connection.ts';
export { createSubgraph } from './graph/create-subgraph.ts';
export { internalClient, type InternalClient } from './graph/internal-client.ts';
export { manyByKey, oneByKey, type FetchRows, type Loading } from './graph/loaders.ts';
export { sdlOf } from './graph/sdl.ts';
export type {
  GraphRequest,
  Internal,
  InternalCall,
  SharedSdl,
  Subgraph,
  SubgraphModule,
  SubgraphOptions,
} from './graph/subgraph.ts';
export { acceptedSecrets, deriveKey, matchCode, type MatchedDetail } from './keys.ts';
export { createLogger, describeError, silentLogger, type LogFields, type Logger } from './logger.ts';
export { MaskedError } from './mask-errors.ts';
export {
  known,
  knownShare,
  notApplicable,
  notKnown,
  notYetDue,
  suppressed,
  type Direction,
  type Exclusion,
  type Indicator,
  type Known,
  type Measure,
  type MeasureResult,
  type NotApplicable,
  type NotKnown,
  type NotYetDue,
  type Suppressed,
  type Unit,
} from './measure.ts';
export {
  CALLER_HEADER,
  checkCallerToken,
  internalSubject,
  signCaller,
  verifyCaller,
  type Caller,
  type CallerTokenBinding,
} from './viewer-token.ts';
export { TouchLog, type Touched, type TouchedChange, type TouchedList } from './touched.ts';
export {
  hasScope,
  seesNamedChildrenOnly,
  type Audience,
  type BreakGlass,
  type Inspection,
  type Role,
  type Scope,
  type Viewer,
} from './viewer.ts';
export { isGlassOver, readsForAuthority } from './viewer-access.ts';
