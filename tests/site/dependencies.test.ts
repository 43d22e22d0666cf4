import { expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import type { OpenPortal } from '../../pipeline/portal/workspace.ts'
import { bodyReader, collect } from '../../pipeline/site/collect.ts'
import { documentPages, pagesTouched, sitePages } from '../../pipeline/site/pages.ts'
import { portalView } from '../../pipeline/site/portal-view.ts'
import { contract, portalOf, repositoryFiles } from '../support/portals.ts'

const now = parseInstant('2026-11-20T09:00:00+07:00') as number
const portal = portalOf('thanh-dong')
const published = repositoryFiles
  .list('content/thanh-dong')
  .map(({ path }) => [path.slice(portal.folder.length), now - 1000] as const)
const open: OpenPortal = {
  portal,
  now,
  clock: 'given',
  publications: new Map(published),
  revisions: new Map(),
}
const site = {
  open,
  documents: collect(repositoryFiles, contract, open, false).documents,
  media: { pictures: new Map(), files: new Map(), emblem: false },
  basePath: '/',
  preview: false,
}
const view = portalView(site)
const groups = [
  ...sitePages(site, view),
  documentPages(site, view, site.documents, bodyReader(repositoryFiles, portal.folder)),
]

test('a changed article touches its own page, the lists it stands in, home, its feeds, its month and one sitemap', () => {
  const path = 'tin-bai/moi-truong/2026/don-sach-bo-song-thai-binh.md'
  expect(pagesTouched(groups, new Set([`doc:${path}`])).sort()).toEqual([
    'anh-video/',
    'api/v1/documents/2026-11.json',
    'chuyen-muc/tin-tuc-su-kien/',
    'chuyen-muc/tin-tuc-su-kien/feed.json',
    'chuyen-muc/tin-tuc-su-kien/feed.xml',
    'don-vi/trung-tam-dvsnc/',
    'feed.json',
    'feed.xml',
    'linh-vuc/moi-truong/',
    'sitemap-2026.xml',
    'thang/2026-11/',
    'tin-bai/2026/don-sach-bo-song-thai-binh/',
    'tin-moi/',
  ])
})

test('what counts or lists all of them follows any change', () => {
  expect(pagesTouched(groups, new Set(['changes'])).sort()).toEqual([
    'api/',
    'api/v1/changes.json',
    'api/v1/index.json',
    'api/v1/linh-vuc.json',
    'api/v1/sections.json',
    'sitemap-trang.xml',
    'sitemap.xml',
  ])
})

test('a changed regulation touches its page and the list of sections; a changed portal touches all', () => {
  expect(pagesTouched(groups, new Set(['regulation']))).toEqual([
    'chuyen-muc/',
    'quy-che/',
    'api/v1/organization.json',
    'api/v1/sections.json',
    'api/v1/linh-vuc.json',
  ])
  expect(pagesTouched(groups, new Set(['portal'])).length).toBeGreaterThanOrEqual(
    groups.flatMap(({ pages }) => pages).length - 1,
  )
})
