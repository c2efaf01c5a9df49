// Preloaded into a process (`--import`): writes the address of every module that it loads to the file FOOTING_MODULES names.

import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
  load: (url, context, next) => {
    appendFileSync(process.env.FOOTING_MODULES ?? '', `${url}\n`)
    return next(url, context)
  },
})
