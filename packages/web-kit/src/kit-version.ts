/** The version of this package: a module's `needs.kit` is held against it before the module is loaded. */
export const kitVersion = '0.1.0';
