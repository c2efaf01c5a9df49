// The page that ours is measured against: React and Mantine with one line of text, under the same content policy.

/// <reference types="vite/client" />
import '@mantine/core/styles.css'
import { MantineProvider, Title } from '@mantine/core'
import { createRoot } from 'react-dom/client'

// Mantine sets its <style> by innerHTML: under Trusted Types it needs a default policy here as it does in ours.
type Policies = { createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown }
;(window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('default', { createHTML: (text) => text })
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <MantineProvider defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <Title>Empty</Title>
  </MantineProvider>,
)
