// Says what a drop will do while something from outside hovers over the window.

import { IconFileImport } from '@tabler/icons-react'
import { strings } from '../../strings/strings.ts'
import { useReceive } from './use-receive.ts'
import { useWindowDrop } from './use-window-drop.ts'
import classes from './window-drop.module.css'

const words = { files: strings.lists.dropFiles, link: strings.lists.dropLink, text: strings.lists.dropText }

export function WindowDrop() {
  const { receive } = useReceive()
  const over = useWindowDrop(receive)
  if (!over) return null
  return (
    <div className={classes.overlay} role="status">
      <div className={classes.card}>
        <IconFileImport size={30} aria-hidden />
        <p className={classes.title}>{strings.lists.dropTitle}</p>
        <p className={classes.text}>{words[over]}</p>
      </div>
    </div>
  )
}
