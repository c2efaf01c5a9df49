// What the window does because there is a desktop around it: the desktop's actions, the native menu, the last drafts. Nothing in a browser.

import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { ShellRequest } from '../../core/contract/shell-messages.ts'
import { runAction, useAction } from '../keys/actions.ts'
import { isActionId } from '../keys/catalogue.ts'
import { shelfOf } from '../notebook/draft-shelf.ts'
import { useLiveClient } from '../notebook/notebook-context.ts'
import { strings } from '../strings/strings.ts'
import { desktop, type ShellLink } from '../wire/shell-link.ts'
import { followMenu } from './native-menu.ts'
import { useNavigation } from './navigation.ts'
import { isHistoryAction, runInField } from './undo-in-field.ts'

export function DesktopLink() {
  const link = desktop()
  return link && <Desktop link={link} />
}

function Desktop({ link }: { link: ShellLink }) {
  // Drafts are the present's, also while the past is shown.
  const client = useLiveClient()
  useEffect(() => {
    link.begin({
      onRun: (action) => {
        if (!isActionId(action)) return
        if (isHistoryAction(action) && runInField(action)) return
        runAction(action)
      },
      onShow: showPlace,
      onNotice: (tone, message) =>
        notifications.show(tone === 'problem' ? { color: 'red', title: strings.app.problemTitle, message, autoClose: 20_000 } : { message }),
      flush: () => shelfOf(client).flushAll(),
    })
    return followMenu((menus) => link.sendMenus(menus))
  }, [link, client])
  const ask = (request: ShellRequest) => {
    void link.request(request).then((answer) => {
      if (!answer.ok && answer.error.code !== 'cancelled')
        notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
    })
  }
  useAction({ id: 'notebook.new', run: () => ask({ name: 'notebook.create' }) })
  useAction({ id: 'notebook.open', run: () => ask({ name: 'notebook.open' }) })
  useAction({ id: 'notebook.show-folder', run: () => ask({ name: 'notebook.show-folder' }) })
  useAction({ id: 'window.new', run: () => ask({ name: 'window.new' }) })
  useAction({ id: 'window.close', run: () => ask({ name: 'window.close' }) })
  useAction({ id: 'app.quit', run: () => ask({ name: 'app.quit' }) })
  useAction({ id: 'logs.show', run: () => ask({ name: 'logs.show' }) })
  return null
}

/** What a link names, shown; a kind that is unknown here leaves the window as it is. */
function showPlace(place: string): void {
  const { go, openPassage } = useNavigation.getState()
  const [source, highlight] = place.split(' ')
  if (place.startsWith('insight:')) go({ view: 'insights', insight: place as `insight:${string}`, pane: 'insight' })
  else if (highlight) openPassage({ source: source as `source:${string}`, highlight: highlight as `highlight:${string}` })
  else if (place.startsWith('source:')) go({ view: 'sources', source: place as `source:${string}`, pane: 'source' })
  else if (place.startsWith('report:')) go({ view: 'reports', report: place as `report:${string}` })
}
