// The version of what crosses the wire, in a file of its own: the window needs it at once, and not the schemas that stand beside the messages.

/** Raised when an older window could misread a newer host: it must reload. */
export const contractVersion = 1
