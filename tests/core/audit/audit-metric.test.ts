// What an audit says of figures: one finding for each way in which a metric does not hold, in words that name both places.

import { expect, test } from 'vitest'
import { toAuditRow } from '../../../src/core/audit/audit-row.ts'
import { auditWords } from '../../../src/core/strings/en/audit-words.ts'
import { NotebookAudit } from '../../../src/host/audit/notebook-audit.ts'
import { LedgerNotebook } from '../ledger/ledger-notebook.ts'

async function furnished(): Promise<{ notebook: LedgerNotebook; said: () => Promise<string[]> }> {
  const notebook = new LedgerNotebook()
  const audit = new NotebookAudit(notebook.tables, () => '2026-01-31')
  await notebook.run('metric.add', { id: 'metric:v', name: 'OpenAI valuation' })
  await notebook.run('metric.add', { id: 'metric:i', name: 'Invested in OpenAI' })
  let told = 0
  const said = async () => {
    for (; told < notebook.commits.length; told += 1) audit.note(notebook.commits[told] as never)
    const rows = (await audit.findings()).map((finding) => toAuditRow(notebook.tables, finding))
    return rows.filter(({ kind }) => !kind.startsWith('source-')).map((row) => `${row.kind} ${row.title}: ${auditWords.sentence(row)}`)
  }
  return { notebook, said }
}

test('figures that clash, slip by a scale, or agree', async () => {
  const { notebook, said } = await furnished()
  await notebook.say('valued at more than $50 billion', { metric: 'metric:v' })
  expect(await said()).toEqual([])
  await notebook.say('估值5000亿美元', { metric: 'metric:v' })
  const slip = 'scale-slip OpenAI valuation: “$50 billion” (s1) against “5000亿美元” (s2), ×10: perhaps 亿 (a hundred million) read as billion'
  expect(await said()).toEqual([slip])
  await notebook.say('valued at $80 billion', { metric: 'metric:v' })
  await notebook.say('valued at $46 billion', { metric: 'metric:v' })
  expect(await said()).toEqual([slip, 'figures-contested OpenAI valuation: “$50 billion” (s1) against “$80 billion” (s3), and 4 more'])
  for (let step = 0; step < 6; step += 1) await notebook.undo()
  expect(await said()).toEqual([])
})

test('a rule that does not hold, and a formula whose base changed', async () => {
  const { notebook, said } = await furnished()
  await notebook.say('valued at more than $50 billion', { metric: 'metric:v' })
  await notebook.say('put in $30 billion', { metric: 'metric:i' })
  await notebook.run('metric.revise', { id: 'metric:i', rules: [{ type: 'share-of', of: 'metric:v', atMost: '50' }] })
  await notebook.run('metric.add', { id: 'metric:s', name: 'Stake', kind: 'percent', formula: '{metric:i} / {metric:v} * 100' })
  const doubtful = 'rule-broken Invested in OpenAI: it is 30,000,000,000, and 50 % of “OpenAI valuation” is 25,000,000,000, as it is written'
  expect(await said()).toEqual([doubtful])
  await notebook.run('figure.revise', { id: 'figure:f2', corrected: { kind: 'money', value: '45e9', precision: '5e8', currency: 'USD' } })
  expect(await said()).toEqual([
    'rule-broken Invested in OpenAI: it is 45,000,000,000, and 50 % of “OpenAI valuation” is 25,000,000,000',
    'derived-stale Stake: “Invested in OpenAI” changed, or is contested or missing',
  ])
})

test('a kept figure that its source changed, or has no more', async () => {
  const { notebook, said } = await furnished()
  await notebook.say('The group sold its whole position for $5.83 billion in the end.', { metric: 'metric:v' })
  await notebook.run('source.renew-text', { id: 'source:s1', markdown: 'The group sold its whole position for $6.21 billion in the end.' })
  expect(await said()).toEqual([expect.stringMatching(/^figure-changed .*: “\$5\.83 billion” now reads “\$6\.21 billion”$/)])
  await notebook.run('source.renew-text', { id: 'source:s1', markdown: 'Nothing of the kind.' })
  expect(await said()).toEqual([expect.stringMatching(/^figure-lost .*: “\$5\.83 billion” is not in the newest text any more, and counts no more$/)])
})
