// No page leaves the program: links go to the system's browser, and everything else is denied.

import { expect, test } from '../notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight } from '../window-steps.ts'
import { answerQuestions, questionsAsked, watchHandedOut } from './desktop-steps.ts'

test.use({ content: 'starter' })

test('a link of a note, which asks for a window, opens in the browser instead, and the window stays', { tag: '@desktop' }, async ({
  page,
  desktop,
}) => {
  const handedOut = await watchHandedOut(desktop)
  await openInsight(page, 'SoftBank sold its whole NVIDIA stake for $5.83 billion')
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\nSee https://example.com/filing and http://example.com/old.\n')
  await expectSaved(page)
  await desktop.clickMenu('insight.reading')
  const address = page.url()
  await page.getByRole('link', { name: 'https://example.com/filing' }).click()
  await expect.poll(handedOut).toEqual(['https://example.com/filing'])
  // One that others can read along is asked about.
  await answerQuestions(desktop, 'Cancel')
  await page.getByRole('link', { name: 'http://example.com/old' }).click()
  await expect.poll(() => questionsAsked(desktop)).toEqual([expect.stringContaining('http://example.com/old')])
  await answerQuestions(desktop, 'Open in the browser')
  await page.getByRole('link', { name: 'http://example.com/old' }).click()
  await expect.poll(handedOut).toEqual(['https://example.com/filing', 'http://example.com/old'])
  expect(page.url()).toBe(address)
  expect(desktop.app.windows()).toHaveLength(1)
})

test('a page cannot navigate away, or ask for what it does not need', { tag: '@desktop' }, async ({ page, desktop, watcher }) => {
  // Chromium tells of what a page tries; that nothing comes of it is what this test looks at.
  watcher.allow(/^request: https:\/\/example\.com\/|ERR_ABORTED|ERR_BLOCKED|Not allowed|NotAllowed|Refused|violates|denied|frame/i)
  const handedOut = await watchHandedOut(desktop)
  const address = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.com/left'
  })
  await expect.poll(handedOut).toEqual(['https://example.com/left'])
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd'
  })
  const asked = await page.evaluate(async () => {
    const geolocation = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      ),
    )
    const clipboard = await navigator.clipboard.readText().then(
      () => 'given',
      () => 'denied',
    )
    return [geolocation, clipboard, await Notification.requestPermission()]
  })
  expect(asked).toEqual(['denied', 'denied', 'denied'])
  expect(await handedOut()).toEqual(['https://example.com/left'])
  expect(page.url()).toBe(address)
  await expect.poll(() => desktop.app.windows().length).toBe(1)
  await expectSaved(page)
})
