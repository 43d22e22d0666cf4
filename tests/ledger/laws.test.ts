import { expect, test } from 'vitest'
import { parseDay } from '../../pipeline/calendar/local-time.ts'
import { ledger } from '../../pipeline/commands/ledger.ts'
import { lawOf } from '../../pipeline/ledger/laws.ts'
import type { Regulation } from '../../pipeline/regulation/regulation.ts'
import { inProcess } from '../support/in-process.ts'
import { portalOf } from '../support/portals.ts'
import { article, createRepository } from '../support/repository.ts'

const day = (text: string) => parseDay(text) as number

/** A regulation of a day, told apart by its title. */
function law(title: string, from: string | undefined): Regulation {
  const { regulation } = portalOf('thanh-dong')
  return {
    ...regulation,
    law: { ...regulation.law, title },
    effectiveFrom: from === undefined ? undefined : day(from),
  }
}

const LAWS = {
  present: law('mới', '2026-06-01'),
  former: [law('cũ', '2026-01-01'), law('cũ, đã sửa lỗi', '2026-01-01'), law('chưa có ngày', undefined)],
}

// biome-ignore format: a table
test.each([
  ['2025-12-31', 'mới',            'before any: the present one says that it does not apply'],
  ['2026-01-01', 'cũ, đã sửa lỗi', 'of two of one day the one written last'],
  ['2026-05-31', 'cũ, đã sửa lỗi', 'the last day of the old one'],
  ['2026-06-01', 'mới',            'the first day of the new one'],
] as const)('on %s the law is «%s»: %s', (on, title, _because) => {
  expect(lawOf(LAWS, day(on)).law.title).toBe(title)
})

test('an amended regulation judges what began after it, and nothing before', async () => {
  const repository = createRepository()
  const { write, edit, commit, root, folder } = repository
  const news = (eventDate: string) => article({ kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate })
  repository.init()
  write(`${folder}/tin-bai/xa-hoi/2026/truoc.md`, news('2026-11-03T08:00:00+07:00'))
  commit('2026-11-03T16:00:00+07:00')
  // From 9/11 on only two office hours are left.
  edit(`${folder}/quy-che.yaml`, 'date: "2025-12-15"', 'date: "2026-11-09"')
  edit(`${folder}/quy-che.yaml`, 'amount: 8\n', 'amount: 2\n')
  write(`${folder}/tin-bai/xa-hoi/2026/sau.md`, news('2026-11-10T08:00:00+07:00'))
  commit('2026-11-10T16:00:00+07:00')
  const outcome = await inProcess(root, (ports) =>
    ledger(ports, 'thanh-dong', { json: true, now: '2026-11-11T09:00:00+07:00' }),
  )
  const { entries } = JSON.parse(outcome.stdout) as { entries: { verdict: string; due: string }[] }
  expect(entries).toMatchObject([
    { verdict: 'on-time', due: '2026-11-04T08:00:00+07:00' },
    { verdict: 'overdue', due: '2026-11-10T10:00:00+07:00' },
  ])
})
