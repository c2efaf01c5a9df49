// The number of the way in which Markdown becomes reading text. Stored with every text: selectors count in what that projection made.

/**
 * Raised with every change that alters the reading text of any Markdown. A text keeps what it was made with: `renderAsRead` still makes the HTML of
 * every number, so that no highlight has to be anchored anew.
 *
 * 1: as CommonMark and Footing's syntax show it. 2: what stands above the characters of a `<ruby>` is no reading text (decision 0019).
 */
export const readingProjection = 2
