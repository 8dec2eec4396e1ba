/** Support at which something is told at all. */
export const TOLD = 0.4;

/** Support at which something is firmly known. */
export const FIRM = 0.6;

/** Support at which something is sure even against what is firmly known. */
export const SURE = 0.85;
