// How a window looks at the past: on its own wire it opens the notebook as of a moment, and then speaks with that one as with any other.
//
// A wire within the wire: what is said to the notebook of the past travels in an envelope, so that every screen works on it unchanged, and the
// window's own notebook goes on beside it. One at a time: opening another moment ends the one before, as soon as the new one is there.

import { z } from 'zod'
import { momentSchema } from '../history/moment.ts'
import type { RefusalValue } from '../store/refusal.ts'
import type { DownMessage } from './messages.ts'

/** Names one opening; the window makes it up. */
const past = z.string().min(1).max(64)

export const pastUpMessages = [
  /** Answered by `past.opened` or `past.refused`; not at all where another is asked for meanwhile. */
  z.strictObject({ type: z.literal('past.open'), past, moment: momentSchema }),
  z.strictObject({ type: z.literal('past.say'), past, message: z.unknown() }),
  z.strictObject({ type: z.literal('past.close'), past }),
] as const

export type PastUpMessage = z.infer<(typeof pastUpMessages)[number]>

export type PastDownMessage =
  /** `seq` is the last commit that is in it. */
  | { type: 'past.opened'; past: string; seq: number }
  | { type: 'past.refused'; past: string; error: RefusalValue }
  | { type: 'past.said'; past: string; message: DownMessage }
