// A writer in a process of its own, for the lock's tests: `writer-process.ts FOLDER hold|add|rotate`.

import { Refusal } from '../../../src/core/store/refusal.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'

const [folder, task] = process.argv.slice(2) as [string, string]
try {
  const notebook = await openNotebook(folder)
  console.log('open')
  if (task === 'rotate') {
    void (async () => {
      for (;;) await notebook.snapshot()
    })()
    for (;;) {
      const answer = await notebook.run('process', 'insight.add', { title: 'T', body: 'x'.repeat(2_000) })
      if (answer.ok) console.log(answer.seq)
    }
  }
  setInterval(() => {}, 1_000)
} catch (error) {
  console.log(error instanceof Refusal ? error.code : String(error))
}
