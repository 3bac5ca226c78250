/** Where a postcode lies. */
export interface PostcodePlace {
  /** Metres east of the origin of the national grid. */
  readonly easting: number;
  /** Metres north of the origin of the national grid. */
  readonly northing: number;
  /**
   * The ONS code of the upper-tier authority: its first letter tells the country (E England, W Wales, S Scotland,
   * N Northern Ireland).
   */
  readonly laCode: string;
}

/** A directory of postcodes that rules look places up in. Works in Node and in a browser's worker alike. */
export interface PostcodeDirectory {
  /** Where a postcode lies, however it is spaced; undefined when the directory does not know it. */
  find(postcode: string): PostcodePlace | undefined;
}

/** A directory of the places given. */
export function postcodeDirectoryOf(
  places: Iterable<PostcodePlace & { readonly postcode: string }>,
): PostcodeDirectory {
  const byPostcode = new Map<string, PostcodePlace>();
  for (const { postcode, easting, northing, laCode } of places) {
    byPostcode.set(normalPostcode(postcode), { easting, northing, laCode });
  }
  // Rows write a postcode with its space, over and over: each writing that is known is looked for once.
  const asWritten = new Map<string, PostcodePlace>();
  return {
    find: (postcode) => {
      const written = asWritten.get(postcode);
      if (written) return written;
      const known = byPostcode.get(normalPostcode(postcode));
      if (known) asWritten.set(postcode, known);
      return known;
    },
  };
}

/** A postcode as postcodes are compared by: in capitals, without spaces. */
export function normalPostcode(postcode: string): string {
  return postcode.replaceAll(/\s/g, '').toUpperCase();
}
