// A process of its own that opens connections, says what it is told to and keeps on: so that a test measures the server and not its attacker.

import { connect } from 'node:net'

export type Attack = {
  port: number
  count: number
  /** Said once by every connection; in latin1. */
  opening: string
  /** Said again and again after it, for as long as the server lets it. */
  more?: string
  /** Never reads an answer. */
  isDeaf?: boolean
}

process.on('message', ({ port, count, opening, more, isDeaf = false }: Attack) => {
  const part = more === undefined ? undefined : Buffer.from(more, 'latin1')
  const first = Buffer.from(opening, 'latin1')
  let opened = 0
  for (let number = 0; number < count; number += 1) {
    const socket = connect(port, '127.0.0.1', () => {
      opened += 1
      if (opened === count) process.send?.({ opened })
    })
    const pour = () => {
      if (part) while (!socket.destroyed && socket.write(part)) {}
    }
    socket.on('error', () => {})
    socket.on('drain', pour)
    socket.once('data', (data) => process.send?.({ answer: data.toString('latin1').slice(0, 40) }))
    if (isDeaf) socket.pause()
    else socket.resume()
    socket.write(first, pour)
  }
})
process.on('disconnect', () => process.exit())
