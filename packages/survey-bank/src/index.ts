export { scaleOf, scales, themes } from './bank/bank.ts';
export type {
  AnswerOption,
  Band,
  BankItem,
  KeyItem,
  LicensedScale,
  OwnScale,
  Scale,
  ScaleDirection,
  SurveyTheme,
} from './bank/scale.ts';
export {
  answersInOrder,
  DesignFault,
  questionnaireOf,
  type Answers,
  type LicensedItems,
  type Question,
  type Questionnaire,
  type QuestionnairePart,
} from './questionnaire.ts';
export { cronbachAlpha, keyedAnswers, scoreOf } from './scoring.ts';
export type {
  AnswersReceived,
  AnswersRequest,
  CredentialIssued,
  CredentialRequest,
  OpenedSurvey,
  OpenRequest,
  SurveyGroup,
  SurveyRefusal,
  SurveyRefusalCode,
} from './answering.ts';
