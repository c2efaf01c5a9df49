// The entries of an insight's menu that take it out of the window.

import { Menu } from '@mantine/core'
import { IconCopy, IconDownload, IconQuote, IconTypography } from '@tabler/icons-react'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import type { useInsightCopies } from './use-insight-copies.ts'

export function CopyItems({ copy, copyFormatted, copyCitations, exportNote }: ReturnType<typeof useInsightCopies>) {
  return (
    <>
      <Menu.Item leftSection={<IconCopy size={15} />} rightSection={<ActionKey action="insight.copy-markdown" />} onClick={() => void copy()}>
        {strings.insights.copyMarkdown}
      </Menu.Item>
      <Menu.Item leftSection={<IconTypography size={15} />} onClick={() => void copyFormatted()}>
        {strings.insights.copyRich}
      </Menu.Item>
      <Menu.Item leftSection={<IconQuote size={15} />} onClick={() => void copyCitations()}>
        {strings.insights.copyCitations}
      </Menu.Item>
      <Menu.Item leftSection={<IconDownload size={15} />} rightSection={<ActionKey action="insight.export" />} onClick={() => void exportNote()}>
        {strings.insights.exportMarkdown}
      </Menu.Item>
    </>
  )
}
