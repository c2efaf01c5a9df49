// Sends bytes to a port as they are, and reads what comes back until the connection ends: for requests that no client would send.

import { connect } from 'node:net'

export type RawResponse = { status: number; headers: Map<string, string>; body: string; raw: string }

/** `waitMs` is how long to keep listening where the server keeps the connection open. */
export function sendRaw(port: number, bytes: string | Buffer | readonly (string | Buffer)[], waitMs = 1_500): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    let timer: NodeJS.Timeout | undefined
    const finish = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(parseResponse(Buffer.concat(chunks).toString('utf8')))
    }
    timer = setTimeout(finish, waitMs)
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      if (isComplete(Buffer.concat(chunks).toString('utf8'))) finish()
    })
    socket.on('close', finish)
    // A server that closes on us while we still send is an answer too.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? reject(error) : finish()))
    for (const part of [bytes].flat() as (string | Buffer)[]) socket.write(part)
  })
}

export function request(port: number, line: string, headers: Record<string, string | string[]> = {}, body = ''): string {
  const all: Record<string, string | string[]> = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`))
  return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

function isComplete(raw: string): boolean {
  const end = raw.indexOf('\r\n\r\n')
  const length = /\r\ncontent-length: (\d+)/i.exec(raw.slice(0, end + 2))
  return end >= 0 && length !== null && Buffer.byteLength(raw.slice(end + 4)) >= Number(length[1])
}

function parseResponse(raw: string): RawResponse {
  const end = raw.indexOf('\r\n\r\n')
  const [first = '', ...lines] = raw.slice(0, end < 0 ? raw.length : end).split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: end < 0 ? '' : raw.slice(end + 4), raw }
}
