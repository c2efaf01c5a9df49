// Every request of a page passes here: the program is asked whether it may leave, and answers what is of its own scheme.

import { fromChromium, schemeOf } from './devtools/addresses.ts'
import type { DevTools } from './devtools/connection.ts'
import { handlerOf } from './protocol.ts'
import { answers } from './session.ts'

type Facts = {
  contents: Electron.WebContents
  frameOf: (id: string) => Electron.WebFrameMain | null
  /** Whether the page itself may go there, asked of every document that it navigates to. */
  mayNavigate: (frameId: string, address: string, isRedirect: boolean) => Promise<boolean>
}

export async function answerRequests(page: DevTools, { contents, frameOf, mayNavigate }: Facts): Promise<void> {
  let requests = 0
  page.on('Fetch.requestPaused', async ({ requestId, request, frameId, resourceType, redirectedRequestId }) => {
    requests += 1
    const url = fromChromium(request.url)
    const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed') => page.send('Fetch.failRequest', { requestId, errorReason })
    try {
      if (resourceType === 'Document' && !(await mayNavigate(frameId, url, redirectedRequestId !== undefined))) return await fail('Aborted')
      const isRefused = await asksToCancel({
        id: requests,
        url,
        method: request.method,
        resourceType: resourceTypes[resourceType] ?? 'other',
        referrer: fromChromium(request.headers.Referer ?? ''),
        timestamp: Date.now(),
        uploadData: [],
        webContentsId: contents.id,
        webContents: contents,
        frame: frameOf(frameId),
      })
      if (isRefused) return await fail('BlockedByClient')
      const handler = handlerOf(schemeOf(url))
      if (!handler) return await page.send('Fetch.continueRequest', { requestId })
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.postData !== undefined
      const response = await handler(
        new Request(url, { method: request.method, headers: request.headers, ...(hasBody ? { body: request.postData ?? '' } : {}) }),
      )
      if (response.type === 'error') return await fail('Failed')
      await page.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      })
    } catch (error) {
      // A page that is gone needs no answer; a handler that threw is what Electron shows as a failed load.
      await fail('Failed').catch(() => console.error(error))
    }
  })
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

const resourceTypes: Readonly<Record<string, Electron.OnBeforeRequestListenerDetails['resourceType']>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  CSPViolationReport: 'cspReport',
  Ping: 'ping',
}

function asksToCancel(details: Electron.OnBeforeRequestListenerDetails): Promise<boolean> {
  const { beforeRequest } = answers
  if (!beforeRequest) return Promise.resolve(false)
  return new Promise((resolve) =>
    beforeRequest(details, ({ cancel = false, redirectURL }) => {
      if (redirectURL !== undefined) throw new Error('the stand-in redirects no request')
      resolve(cancel)
    }),
  )
}
