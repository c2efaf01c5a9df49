// `npm run faults -- NAME [--rounds N] [--seed S]`: runs tests/faults/NAME.faults.ts (all without a name), one JSON line per figure; exits 1 on a loss.

import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { AttackOptions, FaultFigure } from './parts/fault-figure.ts'

const suffix = '.faults.ts'
const { values, positionals } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } }, allowPositionals: true })
const all = readdirSync(import.meta.dirname).filter((file) => file.endsWith(suffix))
const files = positionals.length > 0 ? positionals.map((name) => `${name}${suffix}`) : all.toSorted()
for (const file of files) {
  if (all.includes(file)) continue
  console.error(`there is no attack ${basename(file, suffix)}: take one of ${all.map((known) => basename(known, suffix)).join(', ')}`)
  process.exit(2)
}
const options: AttackOptions = { rounds: values.rounds === undefined ? undefined : Number(values.rounds), seed: Number(values.seed ?? 1) }
let isLost = false
for (const file of files) {
  const { attack } = (await import(`./${file}`)) as { attack: (options: AttackOptions) => AsyncIterable<FaultFigure> }
  for await (const figure of attack(options)) {
    console.log(JSON.stringify(figure))
    isLost ||= !figure.ok
  }
}
process.exit(isLost ? 1 : 0)
