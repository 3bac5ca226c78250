/** Metres of a statute mile as the guide to the SSDA903 return has it: kilometres divided by 1.6093. */
const KILOMETRES_PER_MILE = 1.6093;

/**
 * SQL: the straight line between two rows of `postcode`, in miles to one decimal place; null when either is missing.
 *
 * @see the guide to the SSDA903 return, "distance from home"
 */
export function distanceMilesSql(home: string, placement: string): string {
  return `round((sqrt(power(${home}.easting - ${placement}.easting, 2)
    + power(${home}.northing - ${placement}.northing, 2)) / 1000 / ${KILOMETRES_PER_MILE})::numeric, 1)::double precision`;
}
