// A modal dialog: keys pressed in it stay in it, so that no action of the page behind runs; Escape and the cross close it.

import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { strings } from '../strings/strings.ts'
import classes from './dialog.module.css'

/** `keepsSelection`: what is selected in a text behind it counts as selected while the dialog has the focus. */
type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  size?: 'sm' | 'md' | 'lg' | 'full'
  keepsSelection?: boolean
  children: ReactNode
}

export function Dialog({ title, isOpen, onClose, size = 'md', keepsSelection = false, children }: DialogProps) {
  // Mantine gives the focus back where a dialog is closed; one that is taken away while it is open gives it back here.
  const [before] = useState(() => (isOpen ? document.activeElement : null))
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus({ preventScroll: true })
    },
    [before],
  )
  // The focus is in it as soon as it is there. Mantine's trap sets it by a timer: a letter typed before that would be a key of the page behind.
  // An effect, so that Mantine has noted by then where the focus came from.
  const [content, setContent] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (!isOpen || !content || content.contains(document.activeElement)) return
    const field = content.querySelector<HTMLElement>('[data-autofocus]') ?? content
    field.focus({ preventScroll: true })
  }, [isOpen, content])
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size={size === 'full' ? 'min(1480px, 96vw)' : size}
      centered
      transitionProps={{ duration: 0 }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Modal.Overlay />
      <Modal.Content ref={setContent} {...(keepsSelection ? { 'data-keeps-selection': '' } : {})}>
        {/* Not Modal.Header: its <header> would count as a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={strings.app.close} />
        </div>
        <Modal.Body {...(size === 'full' ? { p: 0 } : {})}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
