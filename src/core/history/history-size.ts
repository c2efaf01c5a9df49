// What a notebook's history takes up, and what forgetting a part of it would take away.

/** `firstAt` and `lastAt` are null where there is no commit, or its time cannot be read. */
export type HistorySize = { commits: number; firstAt: string | null; lastAt: string | null; files: number; bytes: number }

/** `bytes` are those of whole generations; what is cut out of one is not known before. */
export type HistoryLoss = { commits: number; firstAt: string | null; lastAt: string | null; bytes: number }
