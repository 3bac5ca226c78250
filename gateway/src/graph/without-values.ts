/** What of a message of GraphQL's says what is wrong, and repeats no value. */
const reason =
  /; (Field "\w+" (?:of required type "[^"]+" was not provided|is not defined by type "\w+")\.|A (?:Date|DateTime) is [^"]*)$/;

/**
 * A message of GraphQL's about a request, without the values it repeats: those a client sent may be somebody's name or
 * date of birth, and messages are kept in many places. Which variable, which type and which field stay.
 */
export function withoutValues(message: string): string {
  const because = reason.exec(message)?.[1];
  const why = because === undefined ? '' : ` ${because}`;
  const variable = /^Variable "(\$\w+)" got invalid value/.exec(message)?.[1];
  if (variable !== undefined) {
    return `The variable ${variable} does not have a value of the type the operation asks for.${why}`;
  }
  const expected = /^Expected value of type "([^"]+)", found /.exec(message)?.[1];
  if (expected !== undefined) return `Expected value of type "${expected}".${why}`;
  const scalar = /^(\w+) cannot represent /.exec(message)?.[1];
  if (scalar !== undefined) return `Expected value of type "${scalar}".`;
  const choices = /^Value .* does not exist in "(\w+)" enum/s.exec(message)?.[1];
  if (choices !== undefined) return `Expected a value of the enum "${choices}".`;
  return message.replace(/(Unexpected|found) (String|BlockString|Int|Float) .*$/s, '$1 $2.');
}
