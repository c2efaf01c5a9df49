// `npm run bench -- NAME`: runs tests/bench/NAME*.bench.ts and prints one JSON line per figure; exits 1 where a goal is missed.

import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Figure } from './figure.ts'

const suffix = '.bench.ts'
const name = process.argv[2] ?? ''
const files = readdirSync(import.meta.dirname).filter((file) => file.startsWith(name) && file.endsWith(suffix))
if (files.length === 0) {
  const known = readdirSync(import.meta.dirname).filter((file) => file.endsWith(suffix))
  console.error(`there is no bench ${JSON.stringify(name)}: take one of ${known.map((file) => basename(file, suffix)).join(', ')}`)
  process.exit(2)
}
let isMissed = false
for (const file of files.toSorted()) {
  const { measure } = (await import(`./${file}`)) as { measure: () => AsyncIterable<Figure> }
  for await (const figure of measure()) {
    console.log(JSON.stringify(figure))
    isMissed ||= !figure.ok
  }
}
// A browser or a server that a bench left open must not hold the figures back.
process.exit(isMissed ? 1 : 0)
