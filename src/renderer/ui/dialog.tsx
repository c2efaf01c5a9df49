// A modal dialog: keys pressed in it stay in it, so that no action of the page behind runs; Escape and the cross close it.

import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { en } from '../strings/en.ts'

type DialogProps = { title: string; isOpen: boolean; onClose: () => void; size?: 'sm' | 'md' | 'lg'; children: ReactNode }

export function Dialog({ title, isOpen, onClose, size = 'md', children }: DialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': en.close }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children}
    </Modal>
  )
}
