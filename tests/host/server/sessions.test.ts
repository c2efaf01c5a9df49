// The start link's token and the sessions that it is exchanged for.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Sessions } from '../../../src/host/server/sessions.ts'

test('a link for one browser is exchanged once, and is no token after that', () => {
  const sessions = new Sessions('once')
  const { token } = sessions
  expect(token).toMatch(/^[\w-]{43}$/)
  expect([sessions.isToken(token), sessions.isToken('x')]).toEqual([true, false])
  expect(sessions.exchange('x')).toBeUndefined()
  const secret = sessions.exchange(token) ?? ''
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(secret).not.toBe(token)
  expect([sessions.has(secret), sessions.has(token), sessions.has('')]).toEqual([true, false, false])
  expect(sessions.exchange(token)).toBeUndefined()
  expect(sessions.isToken(token)).toBe(false)
})

test('a link that was printed works again and again, each time for a session of its own', () => {
  const sessions = new Sessions('until closed')
  const [one, other] = [sessions.exchange(sessions.token) ?? '', sessions.exchange(sessions.token) ?? '']
  expect(one).not.toBe(other)
  expect([sessions.has(one), sessions.has(other), sessions.isToken(sessions.token)]).toEqual([true, true, true])
  expect(sessions.freshToken()).toBe(sessions.token)
})

test('a fresh link takes the place of a used one; both are known as ours', () => {
  const sessions = new Sessions('once')
  const { token } = sessions
  expect(sessions.freshToken()).toBe(token)
  sessions.exchange(token)
  const fresh = sessions.freshToken()
  expect(fresh).not.toBe(token)
  expect([sessions.wasIssued(token), sessions.wasIssued(fresh), sessions.wasIssued('x')]).toEqual([true, true, false])
  expect([sessions.isToken(token), sessions.isToken(fresh)]).toEqual([false, true])
  expect(sessions.exchange(fresh)).toBeDefined()
  expect(sessions.exchange(token)).toBeUndefined()
})

test('what is kept is a digest and a time, of the newest sixty-four', () => {
  const since = Date.now()
  const old = { digest: createHash('sha256').update('old').digest('hex'), since: 1 }
  const known = [old]
  const sessions = new Sessions('until closed', known)
  expect(sessions.has('old')).toBe(true)
  const secrets = Array.from({ length: 63 }, () => sessions.exchange(sessions.token) ?? '')
  expect(sessions.all).toHaveLength(64)
  expect(sessions.all[1]?.digest).toBe(
    createHash('sha256')
      .update(secrets[0] ?? '')
      .digest('hex'),
  )
  expect(sessions.all[1]?.since).toBeGreaterThanOrEqual(since)
  expect(JSON.stringify(sessions.all)).not.toContain(secrets[0])
  sessions.exchange(sessions.token)
  expect(sessions.all).toHaveLength(64)
  expect(sessions.has('old')).toBe(false)
  expect(secrets.every((secret) => sessions.has(secret))).toBe(true)
  expect(known).toEqual([old])
})
