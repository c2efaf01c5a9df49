// First of all: zod otherwise tries `new Function` when the first schema is made, which the page's content policy refuses and reports.

import { config } from 'zod'

config({ jitless: true })
