/** The namespace of the attributes that OPML itself does not have. */
export const PARLEY_NAMESPACE = "urn:parley:feed";

/** Stands between the names of one attribute. */
export const SEPARATOR = "|";
