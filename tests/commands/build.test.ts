import { expect, test } from 'vitest'
import { createRepository } from '../support/repository.ts'

test('portals that share one server: each below its id, and a page that leads to them', async () => {
  const repository = createRepository()
  repository.addPortal('kep')
  repository.init()
  repository.commit('2026-11-20T09:00:00+07:00')
  const { code, stdout } = await repository.congbo(['build', '--together', '--base-path', '/cong'])
  expect({ code, lines: stdout.trim().split('\n').length }).toEqual({ code: 0, lines: 2 })
  const page = repository.read('_site/index.html')
  for (const id of ['kep', 'thanh-dong']) {
    expect(page).toContain(`href="${id}/"`)
    expect(repository.read(`_site/${id}/404.html`)).toContain(`<base href="/cong/${id}/">`)
  }
})

test('one portal by itself: no page above it', async () => {
  const repository = createRepository()
  const { code } = await repository.congbo(['build'])
  expect(code).toBe(0)
  expect(repository.exists('_site/thanh-dong/index.html')).toBe(true)
  expect(repository.exists('_site/index.html')).toBe(false)
})
