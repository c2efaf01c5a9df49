// The number of the way in which Markdown becomes reading text. Stored with every text: selectors count in what that projection made.

/** Raised with every change that alters the reading text of any Markdown; raising it takes a migration that anchors highlights anew. */
export const readingProjection = 1
