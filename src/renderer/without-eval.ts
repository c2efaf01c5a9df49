// First of all: zod otherwise tries `new Function` when the first schema is made, which the page's content policy refuses and reports.
//
// This is what zod's own `config({ jitless: true })` sets, without bringing zod into the first screen.

const scope = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
scope.__zod_globalConfig = { ...scope.__zod_globalConfig, jitless: true }
