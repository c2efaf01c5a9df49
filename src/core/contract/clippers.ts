// What a window is told of the web clippers that are paired with its notebook.

/** `madeAt` and `usedAt` are ISO moments; a clipper that never sent anything has no `usedAt`. */
export type Clipper = { id: string; name: string; madeAt: string; usedAt?: string }

/** `address` is where clippers send to, while there are any; `problem` says why they cannot. */
export type ClipperState = { clippers: Clipper[]; address?: string; problem?: string }

/** `token` is told once: it is not kept. */
export type PairedClipper = ClipperState & { token: string }
