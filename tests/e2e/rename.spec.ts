// Another title, and the links to it follow: in other notes, in the window that shows one of them, and back again.

import { runFooting } from '../cli/run-footing.ts'
import { expect, test } from './notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight, titleField } from './window-steps.ts'

test.use({ content: 'nothing' })

const seeds = [
  { id: 1, command: 'insight.add', input: { id: 'insight:bet', title: 'The bet', body: 'A claim.' } },
  { id: 2, command: 'insight.add', input: { id: 'insight:note', title: 'A note', body: 'See [[the bet|this]] and [[The bet]], not `[[The bet]]`.' } },
]

test('links follow once the title is left, another window keeps its draft, and Undo takes both back', async ({ page, notebook, openWindow }) => {
  const lines = seeds.map(({ command, input }, id) => JSON.stringify({ id, command, input }))
  const { stdout } = await runFooting(['batch', notebook.folder], { input: `${lines.join('\n')}\n`, env: notebook.env })
  expect(stdout).not.toContain('"ok":false')
  const other = await openWindow()
  await openInsight(other, /A note/)
  await openInsight(page, /The bet/)
  await titleField(page).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' of 软银')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 links follow the new title in 1 text')).toBeVisible()
  const body = async () => (await notebook.dump()).find(({ id }) => id === 'insight:note')?.body
  expect(await body()).toBe('See [[The bet of 软银|this]] and [[The bet of 软银]], not `[[The bet]]`.')
  await noteEditor(other).click()
  await other.keyboard.press('Control+End')
  await other.keyboard.type(' More.')
  await expectSaved(other)
  expect(await body()).toBe('See [[The bet of 软银|this]] and [[The bet of 软银]], not `[[The bet]]`. More.')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(titleField(page)).toHaveValue('The bet')
  await expect.poll(body).toBe('See [[The bet|this]] and [[The bet]], not `[[The bet]]`. More.')
})
