// A notebook full of hostile texts in the window: nothing runs, nothing is fetched, no page leads away. The fixture watches requests and the policy.

import { runFooting } from '../cli/run-footing.ts'
import { hostileMarkdown, htmlPayloads, textPayloads } from '../security/hostile-payloads.ts'
import { expect, test } from './notebook-fixture.ts'
import { goTo, openInsight, readText } from './window-steps.ts'

test.use({ content: 'nothing' })

const oneLine = (text: string) =>
  text
    .replace(/[\s\0\ud800-\udfff]+/g, ' ')
    .trim()
    .slice(0, 400) || 'x'

test('a notebook of two thousand payloads is read and runs nothing', async ({ page, notebook }) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const names = [...htmlPayloads, ...textPayloads].map(oneLine)
  const bodies = hostileMarkdown().filter((_, number) => number % 3 === 0)
  expect(bodies.length).toBeGreaterThan(1_500)
  // A front matter, a fence or a script that is left open would hide what follows: each is read by itself, in a quotation.
  const text = bodies
    .map((body) => `## payload\n\n> ${body.replaceAll('\n', '\n> ')}`)
    .join('\n\n')
    .toWellFormed()
  const commands = [
    [
      'source.add',
      { id: 'source:s', citekey: 's', title: names[0], publisher: names[1], authors: [names[2]], url: 'javascript:alert(1)', markdown: text },
    ],
    ...names
      .slice(0, 150)
      .map(
        (name, number) =>
          [
            'insight.add',
            { id: `insight:i${number}`, title: `${number} ${name}`, body: `${name}\n\n[[${name}]] [@s]`, topics: [name.slice(0, 80)] },
          ] as const,
      ),
    [
      'report.add',
      {
        id: 'report:r',
        title: names[3],
        outline: [
          { key: 'p', type: 'prose', markdown: bodies.slice(0, 200).join('\n\n') },
          { key: 'i', type: 'insight', insight: 'insight:i1' },
        ],
      },
    ],
  ] as const
  const input = commands.map(([command, input], id) => JSON.stringify({ id, command, input })).join('\n')
  const { stdout } = await runFooting(['batch', notebook.folder], { input: `${input}\n`, env: notebook.env })
  expect(stdout.split('\n').filter((line) => line.includes('"ok":false'))).toEqual([])

  const home = new URL(page.url()).origin
  await openInsight(page, /^0 /)
  await goTo(page, 'Sources')
  await page.getByRole('listbox', { name: 'Sources' }).getByRole('option').first().click()
  const article = await readText(page)
  await expect(article.getByRole('heading', { name: 'payload' }).last()).toBeAttached()
  for (const event of ['mouseover', 'focus', 'animationstart', 'toggle', 'error', 'load']) {
    await article.evaluate((root, event) => {
      for (const element of root.querySelectorAll('*')) element.dispatchEvent(new Event(event))
    }, event)
  }
  const doubtful =
    'script, style, iframe, object, embed, form, input, button, link, meta, base, svg, math, template, [style], [srcset], [ping], [name], [formaction]'
  expect(await article.locator(doubtful).count()).toBe(0)
  await goTo(page, 'Reports')
  await page.getByRole('listbox', { name: 'Reports' }).getByRole('option').first().click()
  await expect(page.getByRole('region', { name: 'Preview' }).getByText('text').first()).toBeVisible()
  expect(dialogs).toEqual([])
  expect(new URL(page.url()).origin).toBe(home)
  expect(page.context().pages()).toHaveLength(1)
})
