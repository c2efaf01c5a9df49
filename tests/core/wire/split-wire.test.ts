// One connection for two conversations: each end hears its own, in order, also what was said before it listened.

import { expect, test } from 'vitest'
import { isShellMessage } from '../../../src/core/contract/is-shell-message.ts'
import { makeMemoryWires } from '../../../src/core/wire/memory-wire.ts'
import { splitWire } from '../../../src/core/wire/split-wire.ts'

type Message = { type: string; text?: string }

test('what comes before anybody listens waits, and each end hears its own', async () => {
  const { client, host } = makeMemoryWires<Message, Message>()
  const { first, second } = splitWire<Message, Message, Message, Message>(host, isShellMessage)
  client.send({ type: 'hello', text: '1' })
  client.send({ type: 'shell.hello' })
  client.send({ type: 'ask', text: '2' })
  await Promise.resolve()
  const heard: string[] = []
  second.onMessage(({ type }) => heard.push(`shell: ${type}`))
  expect(heard).toEqual(['shell: shell.hello'])
  first.onMessage(({ type, text }) => heard.push(`notebook: ${type} ${text}`))
  client.send({ type: 'shell.menu' })
  await Promise.resolve()
  expect(heard).toEqual(['shell: shell.hello', 'notebook: hello 1', 'notebook: ask 2', 'shell: shell.menu'])

  const answers: Message[] = []
  let closes = 0
  client.onMessage((message) => answers.push(message))
  for (const end of [first, second]) end.onClose(() => (closes += 1))
  first.send({ type: 'welcome' })
  second.send({ type: 'shell.state' })
  await Promise.resolve()
  client.close()
  expect(answers.map(({ type }) => type)).toEqual(['welcome', 'shell.state'])
  expect(closes).toBe(2)
})

test.each([[null], [undefined], ['shell.hello'], [{ type: 7 }], [{ type: 'hello' }], [{}]])('%j is not the shell’s', (message) => {
  expect(isShellMessage(message)).toBe(false)
})
